/** The first difference between two code objects, for a person to read: side by side, as `dis` shows it. */
import { CodeObject, type ConstValue, co_positions } from '../../interpreter/code/codeobject.ts';
import { writtenKey } from '../../interpreter/code/constkey.ts';
import { reprConst } from '../../interpreter/code/constrepr.ts';
import { dis } from '../../interpreter/code/dis.ts';
import { FrozenSetConst } from '../../interpreter/text/constant.ts';

/** Everything a code object is made of but its constants, which are compared one by one. */
const FIELDS = [
  'name',
  'qualname',
  'filename',
  'argcount',
  'posonlyargcount',
  'kwonlyargcount',
  'flags',
  'firstlineno',
  'code',
  'names',
  'localsplusnames',
  'localspluskinds',
  'stacksize',
  'linetable',
  'exceptiontable',
] as const;

const WIDTH = 70;
const AROUND = 4;

const show = (value: ConstValue): string => reprConst(value, () => '0x0').slice(0, 200);

/** Two listings beside each other, some lines around the first that differs. */
export function sideBySide(ours: string, theirs: string): string {
  const left = ours.split('\n');
  const right = theirs.split('\n');
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const rows = [`    ${'ours'.padEnd(WIDTH)} | CPython`];
  for (let n = Math.max(0, at - AROUND); n < at + AROUND * 2; n++) {
    const [a, b] = [left[n], right[n]];
    if (a === undefined && b === undefined) break;
    const mark = a === b ? ' ' : '>';
    rows.push(`  ${mark} ${(a ?? '').slice(0, WIDTH).padEnd(WIDTH)} | ${(b ?? '').slice(0, WIDTH)}`);
  }
  return rows.join('\n');
}

function sameConstant(ours: ConstValue, theirs: ConstValue): boolean {
  // marshal sorts the items of a frozenset, so their order cannot be compared here.
  if (ours instanceof FrozenSetConst && theirs instanceof FrozenSetConst) {
    return writtenKey(ours) === writtenKey(theirs);
  }
  return show(ours) === show(theirs) && writtenKey(ours) === writtenKey(theirs);
}

/** A listing with the columns too, where only they differ. */
function withPositions(co: CodeObject): string {
  const rows = dis(co, { depth: 0, show_caches: true }).split('\n');
  const places = co_positions(co).map(
    (p) => `${p.lineno}:${p.col_offset}-${p.end_lineno}:${p.end_col_offset}`,
  );
  return `${places.join('\n')}\n${rows.join('\n')}`;
}

function fieldDifference(ours: CodeObject, theirs: CodeObject): string | null {
  for (const field of FIELDS) {
    const a = String(ours[field]);
    const b = String(theirs[field]);
    if (a === b) continue;
    const head = `${ours.qualname}: ${field}`;
    if (field === 'code') return `${head}\n${sideBySide(dis(ours, { depth: 0 }), dis(theirs, { depth: 0 }))}`;
    if (field === 'linetable' || field === 'exceptiontable') {
      return `${head}\n${sideBySide(withPositions(ours), withPositions(theirs))}`;
    }
    return `${head}\n    ours    ${a.slice(0, 300)}\n    CPython ${b.slice(0, 300)}`;
  }
  if (ours.consts.length !== theirs.consts.length) {
    return `${ours.qualname}: constants\n    ours    ${show(ours.consts as ConstValue)}\n    CPython ${show(theirs.consts as ConstValue)}`;
  }
  for (const [i, value] of ours.consts.entries()) {
    const other = theirs.consts[i];
    if (value instanceof CodeObject && other instanceof CodeObject) continue;
    if (!sameConstant(value, other)) {
      return `${ours.qualname}: constant ${i}\n    ours    ${show(value)}\n    CPython ${show(other)}`;
    }
  }
  return null;
}

/** The first difference between two code objects and those inside them, in words; null if they are equal. */
export function codeDifference(ours: CodeObject, theirs: CodeObject): string | null {
  // What lies inside is made first, so look there first.
  for (const [i, value] of ours.consts.entries()) {
    const other = theirs.consts[i];
    if (value instanceof CodeObject && other instanceof CodeObject) {
      const inside = codeDifference(value, other);
      if (inside !== null) return inside;
    }
  }
  return fieldDifference(ours, theirs);
}
