// _stat: the bits of st_mode.
//
// Answers to CPython 3.12: Modules/_stat.c.

import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { newStr } from '../objects/strcore.ts';

const CONSTANTS: { [name: string]: number } = {
  S_IFDIR: 0o040000,
  S_IFCHR: 0o020000,
  S_IFBLK: 0o060000,
  S_IFREG: 0o100000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFSOCK: 0o140000,
  S_IFDOOR: 0,
  S_IFPORT: 0,
  S_IFWHT: 0,
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
  UF_NODUMP: 0x1,
  UF_IMMUTABLE: 0x2,
  UF_APPEND: 0x4,
  UF_OPAQUE: 0x8,
  UF_NOUNLINK: 0x10,
  UF_COMPRESSED: 0x20,
  UF_HIDDEN: 0x8000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_APPEND: 0x40000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
  ST_MODE: 0,
  ST_INO: 1,
  ST_DEV: 2,
  ST_NLINK: 3,
  ST_UID: 4,
  ST_GID: 5,
  ST_SIZE: 6,
  ST_ATIME: 7,
  ST_MTIME: 8,
  ST_CTIME: 9,
  FILE_ATTRIBUTE_ARCHIVE: 32,
  FILE_ATTRIBUTE_COMPRESSED: 2048,
  FILE_ATTRIBUTE_DEVICE: 64,
  FILE_ATTRIBUTE_DIRECTORY: 16,
  FILE_ATTRIBUTE_ENCRYPTED: 16384,
  FILE_ATTRIBUTE_HIDDEN: 2,
  FILE_ATTRIBUTE_INTEGRITY_STREAM: 32768,
  FILE_ATTRIBUTE_NORMAL: 128,
  FILE_ATTRIBUTE_NOT_CONTENT_INDEXED: 8192,
  FILE_ATTRIBUTE_NO_SCRUB_DATA: 131072,
  FILE_ATTRIBUTE_OFFLINE: 4096,
  FILE_ATTRIBUTE_READONLY: 1,
  FILE_ATTRIBUTE_REPARSE_POINT: 1024,
  FILE_ATTRIBUTE_SPARSE_FILE: 512,
  FILE_ATTRIBUTE_SYSTEM: 4,
  FILE_ATTRIBUTE_TEMPORARY: 256,
  FILE_ATTRIBUTE_VIRTUAL: 65536,
};

/** "drwxr-xr-x" */
function fileMode(mode: number): string {
  const kinds = new Map([
    [0o100000, '-'],
    [0o040000, 'd'],
    [0o120000, 'l'],
    [0o060000, 'b'],
    [0o020000, 'c'],
    [0o010000, 'p'],
    [0o140000, 's'],
  ]);
  const bit = (mask: number, c: string): string => ((mode & mask) !== 0 ? c : '-');
  const special = (x: number, s: number, on: string, off: string): string => {
    if ((mode & s) !== 0) return (mode & x) !== 0 ? on : off;
    return (mode & x) !== 0 ? 'x' : '-';
  };
  return (
    (kinds.get(mode & 0o170000) ?? '?') +
    bit(0o400, 'r') +
    bit(0o200, 'w') +
    special(0o100, 0o4000, 's', 'S') +
    bit(0o040, 'r') +
    bit(0o020, 'w') +
    special(0o010, 0o2000, 's', 'S') +
    bit(0o004, 'r') +
    bit(0o002, 'w') +
    special(0o001, 0o1000, 't', 'T')
  );
}

function ofMode(name: string, f: (mode: number) => Obj, doc: string): FunctionRow {
  return [
    name,
    '(mode, /)',
    function* (_m: Obj, o: Obj): Gen {
      const i = yield* indexG(o);
      if (i === null) return null;
      const v = Number(i.v);
      decref(i);
      if (v < 0 || v > 0xffffffff) return raise(PyExc.OverflowError, 'mode out of range');
      return f(v);
    },
    doc,
  ];
}

const KINDS: [string, number][] = [
  ['S_ISDIR', 0o040000],
  ['S_ISCHR', 0o020000],
  ['S_ISBLK', 0o060000],
  ['S_ISREG', 0o100000],
  ['S_ISFIFO', 0o010000],
  ['S_ISLNK', 0o120000],
  ['S_ISSOCK', 0o140000],
];

export const statModule = defineModule('_stat', 'S_IFMT_: file type bits\nS_IFDIR: directory', {
  functions: [
    ...KINDS.map(([name, kind]) =>
      ofMode(name, (mode) => newBool((mode & 0o170000) === kind), `${name}(mode) -> bool`),
    ),
    ...['S_ISDOOR', 'S_ISPORT', 'S_ISWHT'].map((name) =>
      ofMode(name, () => newBool(false), `${name}(mode) -> bool`),
    ),
    ofMode(
      'S_IMODE',
      (mode) => newInt(mode & 0o7777),
      "Return the portion of the file's mode that can be set by os.chmod().",
    ),
    ofMode(
      'S_IFMT',
      (mode) => newInt(mode & 0o170000),
      "Return the portion of the file's mode that describes the file type.",
    ),
    ofMode(
      'filemode',
      (mode) => newStr(fileMode(mode)),
      "Convert a file's mode to a string of the form '-rwxrwxrwx'",
    ),
  ],
  values: Object.fromEntries(Object.entries(CONSTANTS).map(([name, n]) => [name, () => newInt(n)])),
});
