/**
 * Right programs made wrong: a token deleted, doubled, swapped with another or replaced, a character or an indentation
 * changed. What people do by mistake, and what the parser's helpful messages are for.
 */
import type { Random } from './random.ts';

const TOKEN =
  /[ \t]*(?:#[^\n]*|\n|(?:[rbuf]|rb|br|rf|fr)?(?:'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|[\p{L}_][\p{L}\p{N}_]*|[0-9][0-9a-zA-Z_.]*|\*\*=|\/\/=|>>=|<<=|\.\.\.|:=|->|[=!<>+\-*/%&|^@]=|\*\*|\/\/|<<|>>|[\s\S])/giu;

const REPLACEMENTS = (
  'if else elif for while in is not and or lambda def class return yield await async import from as with try except ' +
  'finally raise assert del global nonlocal pass break continue None True False match case type print exec ' +
  '( ) [ ] { } , : ; . = == != <= := -> + - * ** / // % @ & | ^ ~ ! ? $ ... _ x 1 1.5 0x 1_ "s" \'s\' f"{x}" b"b" """ \' " f" \\ '
).split(' ');

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** The text with one to three mistakes. */
export function mutate(r: Random, text: string): string {
  let tokens = tokensOf(text);
  if (tokens.length === 0) return text;
  for (const _ of r.some(1, 3, () => 0)) {
    const at = r.below(tokens.length);
    const other = r.below(tokens.length);
    switch (r.below(12)) {
      case 0:
      case 1:
      case 2:
        tokens.splice(at, 1);
        break;
      case 3:
      case 4:
        tokens.splice(at, 0, tokens[at]);
        break;
      case 5: {
        const next = Math.min(at + 1, tokens.length - 1);
        [tokens[at], tokens[next]] = [tokens[next], tokens[at]];
        break;
      }
      case 6:
        [tokens[at], tokens[other]] = [tokens[other], tokens[at]];
        break;
      case 7:
        tokens[at] = ` ${r.pick(REPLACEMENTS)}`;
        break;
      case 8:
        tokens.splice(at, 0, ` ${r.pick(REPLACEMENTS)} `);
        break;
      case 9:
        // The program ends in the middle.
        if (r.chance(0.3)) tokens = tokens.slice(0, at);
        else tokens.splice(at, 0, tokens[other]);
        break;
      case 10: {
        const token = [...tokens[at]];
        const i = r.below(token.length);
        tokens[at] = r.chance(0.5)
          ? token.toSpliced(i, 1).join('')
          : token.toSpliced(i, 0, r.pick([...' \t\n\\\'"({[)]}:,=#;.*é0!_\f\r'])).join('');
        break;
      }
      default: {
        const lines = tokens.join('').split('\n');
        const line = r.below(lines.length);
        lines[line] = r.chance(0.5)
          ? lines[line].replace(/^[ \t]/, '')
          : r.pick([' ', '\t', '    ', '        ']) + lines[line];
        tokens = tokensOf(lines.join('\n'));
      }
    }
    if (tokens.length === 0) return '';
  }
  return tokens.join('');
}
