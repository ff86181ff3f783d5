/**
 * What may differ: one list, each with its reason. CPython here is a 32-bit build in WebAssembly; what is meant is a
 * 64-bit one on Linux.
 */
interface Exclusion {
  reason: string;
  applies: (source: string, theirs: string, mine: string) => boolean;
}

export const EXCLUSIONS: Exclusion[] = [
  {
    reason: 'how far an index, a size or a hash reaches depends on the word size',
    applies: (_source, theirs, mine) =>
      /C ssize_t|index-sized|C long|C int/.test(theirs) &&
      /C ssize_t|index-sized|C long|MemoryError|C int|%c arg/.test(mine),
  },
  {
    reason:
      'strings have other hashes (FNV, 32 bits), so sets of them, shown inside something else, another order',
    applies: (_source, theirs, mine) =>
      theirs.length === mine.length && [...theirs].sort().join('') === [...mine].sort().join(''),
  },
  {
    reason: 'how deep the recursion limit lies depends on the frames below',
    applies: (_source, theirs, mine) => /RecursionError/.test(theirs) && /RecursionError/.test(mine),
  },
  {
    reason: "WebAssembly's C library has its own number and text for ERANGE",
    applies: (_source, theirs, mine) =>
      /'Result not representable'/.test(theirs) && /'Numerical result out of range'/.test(mine),
  },
  {
    reason: 'CPython reads beyond a string when an error says it begins before it',
    applies: (source, theirs) =>
      /Unicode\w+Error\([^\n]*, -/.test(source) && /SystemError|decode byte/.test(theirs),
  },
  {
    reason: '`__buffer__` written in Python is not asked by natives that take bytes',
    applies: (source) => source.includes('def __buffer__'),
  },
  {
    reason: "the absolute value of a complex is off in the last bit in WebAssembly's C library",
    applies: (source, theirs, mine) => {
      const rounded = (text: string) => text.replace(/\d+\.\d{10,}/g, (x) => Number(x).toPrecision(14));
      return source.includes('abs(') && rounded(theirs) === rounded(mine);
    },
  },
  {
    reason: 'objects have other sizes on 32 bits',
    applies: (source) => source.includes('__sizeof__('),
  },
];

export function excluded(source: string, theirs: string, mine: string): boolean {
  return EXCLUSIONS.some((e) => e.applies(source, theirs, mine));
}
