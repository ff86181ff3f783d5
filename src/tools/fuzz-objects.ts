/**
 * `npm run oracle:fuzz-objects -- --seconds N [--seed S] [--only kind,kind] [--cases N]`: random programs about values,
 * operators, methods, formatting, classes and exceptions, on CPython 3.12.7 (Pyodide) and on our interpreter.
 *
 * Prints each difference with its seed, made as small as it gets; exit status 1 if there was one.
 */
import { judge } from './fuzz-objects/compare.ts';

const words = process.argv.slice(2);
const option = (name: string, otherwise: string): string => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? otherwise : (words[at + 1] ?? otherwise);
};
const seconds = Number(option('seconds', '60'));
const seed = Number(option('seed', String(Date.now() % 1_000_000)));
const only = option('only', '');
const limit = Number(option('cases', 'Infinity'));

const { cases, differences } = await judge({
  seed,
  seconds,
  limit,
  kinds: only === '' ? null : only.split(','),
  report: (text) => console.log(text),
});
console.log(`seed ${seed}: ${cases} cases, ${differences} differences`);
process.exit(differences > 0 ? 1 : 0);
