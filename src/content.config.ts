// The course's words, read and checked at build time: a lesson or an exercise with a field missing stops the build.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { KINDS } from './markdown/kinds.ts';

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
  schema: z.object({
    title: z.string(),
    number: z.string().regex(/^\d\.\d+$/, 'a lesson’s number looks like "1.2"'),
    part: z.number().int().min(0).max(9),
    partTitle: z.string(),
    summary: z.string(),
    minutes: z.number().int().positive(),
    question: z.string(),
    view: z.enum(['bytecode', 'step', 'objects', 'threads', 'imports', 'scopes', 'pipeline']).optional(),
  }),
});

const exercises = defineCollection({
  loader: glob({
    base: './content/exercises',
    pattern: '**/exercise.md',
    generateId: ({ entry }) => entry.replace(/\/exercise\.md$/, ''),
  }),
  schema: z.object({
    title: z.string(),
    kind: z.enum(KINDS),
    check: z.string(),
    hints: z.array(z.string()).length(3, 'an exercise has three hints'),
    explanation: z.string(),
    schedules: z.number().int().positive().default(1),
  }),
});

const opcodes = defineCollection({
  loader: glob({
    base: './content/opcodes',
    pattern: '*.md',
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  }),
  schema: z.object({
    group: z.string(),
    /** Its line in Python/bytecodes.c of CPython 3.12.6. */
    line: z.number().int().positive(),
  }),
});

export const collections = { lessons, exercises, opcodes };
