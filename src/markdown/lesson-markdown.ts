// Turns a lesson's Markdown into islands: a Python block and its output become <Example>, a task list in a question
// becomes its options, the program inside <Order> becomes lines to put in order. Authors write what any Markdown
// viewer shows; a mistake stops the build with the file, the line and what to do.

import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastPluginDefinition, type MdastVisitorContext } from 'satteri';
import {
  belongsToExample,
  ContentError,
  type Example,
  type Fence,
  gatherExamples,
  isStatic,
} from './example.ts';
import { phrasingToHtml } from './phrasing.ts';

/** An option of a question: what it says, why it is right or wrong, both as HTML. */
export interface Option {
  html: string;
  why: string;
  right: boolean;
}

interface Node {
  type: string;
  children?: Node[];
  position?: { start: { line: number; column: number }; end: { line: number } };
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  lang?: string | null;
  meta?: string | null;
  value?: string;
  checked?: boolean | null;
}

export function lessonMarkdown(): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'lesson-markdown',
    options: { position: true },
    before(root, context) {
      if (context.sourceFormat !== 'mdx') return;
      const file = context.fileURL ? relative(process.cwd(), fileURLToPath(context.fileURL)) : 'lesson';
      new LessonTransform(file, context).container(root as unknown as Node);
    },
  });
}

const lineOf = (node: Node) => node.position?.start.line ?? 1;

function asFence(node: Node): Fence | null {
  if (node.type !== 'code') return null;
  return { lang: node.lang ?? '', meta: node.meta ?? '', value: node.value ?? '', line: lineOf(node) };
}

/** A component with its data as one JSON attribute, parsed again by the component. */
function component(name: string, data: unknown): Node {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: [{ type: 'mdxJsxAttribute', name: 'data', value: JSON.stringify(data) }],
    children: [],
  };
}

class LessonTransform {
  readonly #file: string;
  readonly #context: MdastVisitorContext;
  constructor(file: string, context: MdastVisitorContext) {
    this.#file = file;
    this.#context = context;
  }

  #fail(line: number, what: string): never {
    throw new ContentError(this.#file, line, what);
  }

  #replace(old: Node, now: Node): void {
    this.#context.replaceNode(old as never, now as never);
  }

  #remove(node: Node): void {
    this.#context.removeNode(node as never);
  }

  container(parent: Node): void {
    switch (parent.type === 'mdxJsxFlowElement' ? parent.name : null) {
      case 'Question':
        this.#question(parent);
        return;
      case 'Predict':
        this.#predict(parent);
        return;
      case 'Order':
        this.#order(parent);
        return;
      case 'TinyJit':
        this.#tinyJit(parent);
        return;
    }
    this.#examples(parent, (example) => component('Example', { example }));
    for (const child of parent.children ?? []) if (child.children) this.container(child);
  }

  /** Replaces each run of adjacent fences that make examples. */
  #examples(parent: Node, make: (example: Example) => Node): number {
    const children = [...(parent.children ?? [])];
    let count = 0;
    for (let at = 0; at < children.length; at++) {
      const run: { node: Node; fence: Fence }[] = [];
      for (let next = at; next < children.length; next++) {
        const fence = asFence(children[next]);
        if (!fence || !belongsToExample(fence)) break;
        run.push({ node: children[next], fence });
      }
      if (run.length === 0) continue;
      const gathered = gatherExamples(
        this.#file,
        run.map(({ fence }) => fence),
      );
      for (const { example, first, last } of gathered) {
        this.#replace(run[first].node, make(example));
        for (let index = first + 1; index <= last; index++) this.#remove(run[index].node);
        count++;
      }
      at += run.length - 1;
    }
    return count;
  }

  #options(list: Node): Option[] {
    const options = (list.children ?? []).map((item) => {
      const line = lineOf(item);
      if (typeof item.checked !== 'boolean')
        this.#fail(line, 'an option starts with `[ ]` (wrong) or `[x]` (right)');
      const html = (item.children ?? [])
        .map((block) => {
          if (block.type !== 'paragraph') this.#fail(line, 'an option is one line of text');
          return phrasingToHtml(block.children as never);
        })
        .join(' ');
      const [said, ...why] = html.split(' — ');
      if (why.length === 0)
        this.#fail(line, 'each option explains itself: `- [ ] the answer — why it is wrong`');
      return { html: said, why: why.join(' — '), right: item.checked as boolean };
    });
    if (options.length < 2) this.#fail(lineOf(list), 'a question has at least two options');
    if (!options.some((option) => option.right))
      this.#fail(lineOf(list), 'no option is marked right with `[x]`');
    return options;
  }

  #taskList(parent: Node): Node | undefined {
    return (parent.children ?? []).find(
      (child) => child.type === 'list' && child.children?.some((item) => typeof item.checked === 'boolean'),
    );
  }

  #question(question: Node): void {
    const list = this.#taskList(question);
    if (!list)
      this.#fail(lineOf(question), '<Question> needs its options as a task list (`- [ ] ... — ...`)');
    const options = this.#options(list!);
    this.#examples(question, (example) => component('Example', { example }));
    this.#replace(list!, component('Options', { options, line: lineOf(question) }));
  }

  #predict(predict: Node): void {
    const list = this.#taskList(predict);
    const options = list ? this.#options(list) : null;
    const count = this.#examples(predict, (example) =>
      component('Example', { example, predict: { options } }),
    );
    if (count !== 1) this.#fail(lineOf(predict), `<Predict> holds exactly one example, this one ${count}`);
    if (list) this.#remove(list);
  }

  #staticPrograms(parent: Node): Node[] {
    return (parent.children ?? []).filter((child) => {
      const fence = asFence(child);
      return fence?.lang === 'python' && isStatic(fence);
    });
  }

  #tinyJit(parent: Node): void {
    const programs = this.#staticPrograms(parent);
    const call = parent.attributes?.find(({ name }) => name === 'call')?.value;
    if (programs.length !== 1 || typeof call !== 'string') {
      this.#fail(lineOf(parent), '<TinyJit call="f(1)"> holds one ```python static block: the function f');
    }
    this.#replace(parent, component('TinyJit', { source: programs[0].value ?? '', call }));
  }

  #order(order: Node): void {
    const programs = this.#staticPrograms(order);
    if (programs.length !== 1) {
      this.#fail(lineOf(order), '<Order> holds one ```python static block: the lines in their right order');
    }
    const lines = (programs[0].value ?? '').split('\n');
    if (lines.length < 3)
      this.#fail(lineOf(programs[0]), '<Order> needs at least three lines to put in order');
    this.#replace(programs[0], component('Lines', { lines, line: lineOf(order) }));
  }
}
