/** What an exercise's check looks at. */
export const KINDS = [
  'output',
  'behaviour',
  'bytecode',
  'scope',
  'memory',
  'imports',
  'threads',
  'order',
  'predict',
] as const;
