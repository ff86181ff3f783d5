// The worker's side of questions.ts: one function for each row.
import { compile } from './compile.ts';
import type { Questions } from './questions.ts';

export const answers: {
  [Name in keyof Questions]: (
    params: Questions[Name]['params'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
} = {
  compile: ({ source, filename }) => compile(source, filename),
};
