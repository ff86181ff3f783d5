/**
 * Names, numbers, strings and f-strings for the fuzzer, among them those that tokenizers get wrong: underscores, prefixes,
 * escapes of all kinds, characters beyond ASCII, quotes inside f-strings (PEP 701).
 */
import type { Random } from './random.ts';

const NAMES = 'a b c d x y z f g self cls __p __q_ _ __x__ T data'.split(' ');
const RARE_NAMES = [
  'é',
  'ﬁx',
  'ℌ',
  '名',
  '𝐱',
  'match',
  'case',
  'type',
  'print',
  '__class__',
  'super',
  '__debug__',
  '__name__',
  'async_',
];
// Nothing infinite: see constkey.ts on what may be folded from it.
const NUMBERS = [
  ...'0 1 2 3 7 10 255 256 -1 65536 1_000 0x1F 0b101 0o17 00 1.5 .5 1. 1e5 1E-3 2j 1.5e3J'.split(' '),
  '0xFFFFFFFFFFFFFFFF',
  '123456789012345678901234567890',

  '2147483647',
  '9223372036854775808',
];
const WRONG_NUMBERS = '0777 1__0 1_ 0x 0b12 0o8 1e 12abc 1.e+ 0_7 1if 0xfor 1_000_ 5in 1.0.0 1jj'.split(' ');
const PLAIN_TEXT = ['', 'a', 'abc', 'x y', '%s', '%d %r', '{', '}', '#', 'a.b', 'é', '💥', 'DOC', 'class'];
const ESCAPES = [
  '\\n',
  '\\\\',
  '\\x41',
  '\\u00e9',
  '\\U0001F4A5',
  '\\0',
  '\\101',
  '\\N{DIGIT ONE}',
  '\\ud800',
  "\\'",
  '\\"',
  '\\\n',
];
const DOUBTFUL_ESCAPES = ['\\d', '\\ ', '\\8', '\\400', '\\777', '\\é', '\\%', '\\{'];
const WRONG_ESCAPES = ['\\x4', '\\u12', '\\U00110000', '\\N{NO SUCH}', '\\N', '\\x', '\\N{}'];

export interface Source {
  r: Random;
  /** How often something is put in that is not allowed there. */
  wrong: number;
  expression(depth: number): string;
}

export function name({ r }: Source): string {
  return r.chance(0.06) ? r.pick(RARE_NAMES) : r.pick(NAMES);
}

export function number({ r, wrong }: Source): string {
  return r.chance(wrong) ? r.pick(WRONG_NUMBERS) : r.pick(NUMBERS);
}

/** What stands between the quotes, and does not end them too early. */
function body({ r, wrong }: Source, quote: string): string {
  const parts = r.some(0, 4, () => {
    if (r.chance(wrong)) return r.pick(WRONG_ESCAPES);
    const kind = r.next();
    if (kind < 0.7) return r.pick(PLAIN_TEXT);
    if (kind < 0.9) return r.pick(ESCAPES);
    if (kind < 0.93) return r.pick(DOUBTFUL_ESCAPES);
    return quote.length === 3 ? r.pick(['\n', "'", '"', '\r\n']) : r.pick(["'", '"']);
  });
  const edge = quote[0];
  const text = parts.join('');
  if (quote.length === 1) return text.replaceAll(/(?<!\\)['"]/g, (c) => (c === edge ? '' : c));
  const inside = text.replaceAll(quote, '');
  return inside.endsWith(edge) ? `${inside} ` : inside;
}

const QUOTES = ["'", '"', "'''", '"""'];

function plainString(s: Source): string {
  const { r, wrong } = s;
  const bytes = r.chance(0.15);
  const prefix = bytes ? r.pick(['b', 'B', 'rb', 'bR']) : r.chance(0.15) ? r.pick(['r', 'R', 'u', 'U']) : '';
  const quote = r.pick(QUOTES);
  let text = body(s, quote);
  if (bytes && !r.chance(wrong)) text = text.replaceAll(/[^\x00-\x7f]/g, '');
  const closing = r.chance(wrong / 3) ? '' : quote;
  return `${prefix}${quote}${text}${closing}`;
}

function field(s: Source, depth: number): string {
  const { r, wrong } = s;
  if (r.chance(wrong))
    return r.pick([
      '{}',
      '{!r}',
      '{a!z}',
      '{a',
      '}',
      '{a:{b}',
      '{=}',
      '{a b}',
      '{lambda x: 1}',
      '{*a}x',
      '{a!}',
      '{a!r:',
      '{:}',
      '{a:{b:{c}}}',
      '{,}',
      '{a;b}',
      '{a #}',
    ]);
  let inner = s.expression(depth);
  if (inner.startsWith('{')) inner = ` ${inner}`;
  if (/^lambda|:=/.test(inner)) inner = `(${inner})`;
  const equals = r.chance(0.12) ? r.pick(['=', ' = ', '= ']) : '';
  const conversion = r.chance(0.2) ? r.pick(['!r', '!s', '!a', '!r ']) : '';
  const spec = r.chance(0.3) ? `:${formatSpec(s, depth)}` : '';
  return `{${inner}${equals}${conversion}${spec}}`;
}

function formatSpec(s: Source, depth: number): string {
  const { r } = s;
  return r
    .some(0, 3, () =>
      r.chance(0.35) && depth > 0
        ? `{${s.expression(0)}}`
        : r.pick(['>', '10', '.2f', '%H:%M', ' ', '\\n', 'd', '^', '!r', '\\x41', '#x']),
    )
    .join('');
}

function fString(s: Source, depth: number): string {
  const { r } = s;
  const prefix = r.pick(['f', 'F', 'rf', 'fR', 'f', 'f']);
  const quote = r.pick(QUOTES);
  const parts = r.some(0, 4, () => {
    if (r.chance(0.55)) return field(s, depth - 1);
    return body(s, quote)
      .replaceAll('{', '{{')
      .replaceAll('}', '}}')
      .replaceAll('\\N{{DIGIT ONE}}', '\\N{DIGIT ONE}');
  });
  const closing = r.chance(s.wrong / 3) ? '' : quote;
  return `${prefix}${quote}${parts.join('')}${closing}`;
}

/** One string, or several to be joined. */
export function string(s: Source, depth: number): string {
  const { r } = s;
  const one = () => (r.chance(0.35) && depth > 0 ? fString(s, depth) : plainString(s));
  if (!r.chance(0.1)) return one();
  const parts = r.some(2, 4, one);
  const bytes = (part: string) => /^(b|rb)/i.test(part);
  // Bytes and text do not mix.
  return (r.chance(s.wrong) ? parts : parts.filter((part) => bytes(part) === bytes(parts[0]))).join(' ');
}
