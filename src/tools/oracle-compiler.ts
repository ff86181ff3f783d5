// The compiler beside CPython 3.12.7's, over every module of the standard library, stage by stage.
//
//   npm run oracle:compiler                     all stages
//   npm run oracle:bytecode                     one of them; also oracle:ast, oracle:symtable, oracle:tokens, oracle:marshal
//   ... -- --optimize 2                         as with -O (1) and -OO (2)
//   ... -- --every 3                            each third module
//   ... -- json/decoder.py ast.py               only these
//
// Prints the first difference of each module that differs, and how many are equal. Fails where one differs.
import { openJudge } from './oracle/judge.ts';
import { compareStage, type StageName, stages } from './oracle/stages.ts';

const words = process.argv.slice(2);
function option(name: string, otherwise: number): number {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words.splice(at, 2)[1]);
}
const optimize = option('--optimize', 0);
const every = option('--every', 1);
const isStage = (word: string): word is StageName => word in stages;
const asked = words.filter(isStage);
const modules = words.filter((word) => !isStage(word));

const judge = await openJudge();
const unknown = modules.filter((name) => !judge.library.includes(name));
if (unknown.length > 0) {
  console.error(`Neither a stage (${Object.keys(stages).join(', ')}) nor a module: ${unknown.join(', ')}`);
  process.exit(2);
}
const names = modules.length > 0 ? modules : judge.library.filter((_, i) => i % every === 0);
for (const stage of asked.length > 0 ? asked : Object.keys(stages).filter(isStage)) {
  const began = performance.now();
  const { equal, total, differences, summary } = compareStage(judge, stage, names, optimize);
  for (const difference of differences) console.log(`${difference}\n`);
  console.log(`${stage}: ${summary}; ${((performance.now() - began) / 1000).toFixed(1)} s in all`);
  if (equal < total) process.exitCode = 1;
}
