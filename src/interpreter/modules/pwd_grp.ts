// pwd and grp: the two users there are, root and the reader.
//
// Answers to CPython 3.12: Modules/pwdmodule.c, Modules/grpmodule.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { PyExc, raise, raiseWith, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, moduleAdd } from '../objects/moduleobject.ts';
import { newList } from '../objects/seqcore.ts';
import { isStr, newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { HOME, READER } from '../runtime/vfs.ts';

interface User {
  name: string;
  id: number;
  gecos: string;
  home: string;
  shell: string;
}
const USERS: readonly User[] = [
  { name: 'root', id: 0, gecos: 'root', home: '/root', shell: '/bin/bash' },
  { name: 'reader', id: READER, gecos: '', home: HOME, shell: '/bin/bash' },
];

let passwd: PyType | null = null;
function passwdType(): PyType {
  passwd ??= newStructSeqType(
    'pwd.struct_passwd',
    'pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.',
    [
      ['pw_name', 'user name'],
      ['pw_passwd', 'password'],
      ['pw_uid', 'user id'],
      ['pw_gid', 'group id'],
      ['pw_gecos', 'real name'],
      ['pw_dir', 'home directory'],
      ['pw_shell', 'shell program'],
    ],
  );
  return passwd;
}

let group: PyType | null = null;
function groupType(): PyType {
  group ??= newStructSeqType(
    'grp.struct_group',
    'grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n',
    [
      ['gr_name', 'group name'],
      ['gr_passwd', 'password'],
      ['gr_gid', 'group id'],
      ['gr_mem', 'group members'],
    ],
  );
  return group;
}

function passwdOf({ name, id, gecos, home, shell }: User): Obj {
  const text = newStr;
  return newStructSeq(passwdType(), [
    text(name),
    text('x'),
    newInt(id),
    newInt(id),
    text(gecos),
    text(home),
    text(shell),
  ]);
}

function groupOf({ name, id }: User): Obj {
  return newStructSeq(groupType(), [newStr(name), newStr('x'), newInt(id), newList([])]);
}

const keyError = (message: string): null => raiseWith(PyExc.KeyError, newStr(message));

function byNumber(fn: string, what: string, make: (user: User) => Obj) {
  return function* (_m: Obj, o: Obj): Gen {
    const i = yield* indexG(o);
    if (i === null) return null;
    const { v } = i;
    decref(i);
    const user = USERS.find((u) => u.id === Number(v));
    return user === undefined ? keyError(`${fn}(): ${what} not found: ${v}`) : make(user);
  };
}

function byName(fn: string, make: (user: User) => Obj) {
  return (_m: Obj, o: Obj): Res => {
    if (!isStr(o)) return typeError(`${fn}() argument must be str, not ${o.type.name}`);
    if (o.v.includes('\0')) return raise(PyExc.ValueError, 'embedded null byte');
    const user = USERS.find((u) => u.name === o.v);
    return user === undefined ? keyError(`${fn}(): name not found: '${o.v}'`) : make(user);
  };
}

const addType = (m: Parameters<typeof moduleAdd>[0], name: string, type: PyType): void => {
  type.self.rc++;
  moduleAdd(m, name, type.self);
};

export const pwdModule = defineModule(
  'pwd',
  "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.",
  {
    functions: [
      [
        'getpwuid',
        '($module, uidobj, /)',
        byNumber('getpwuid', 'uid', passwdOf),
        'Return the password database entry for the given numeric user ID.\n\nSee `help(pwd)` for more on password database entries.',
      ],
      [
        'getpwnam',
        '($module, name, /)',
        byName('getpwnam', passwdOf),
        'Return the password database entry for the given user name.\n\nSee `help(pwd)` for more on password database entries.',
      ],
      [
        'getpwall',
        '($module, /)',
        () => newList(USERS.map(passwdOf)),
        'Return a list of all available password database entries, in arbitrary order.\n\nSee help(pwd) for more on password database entries.',
      ],
    ],
    init: (m) => addType(m, 'struct_passwd', passwdType()),
  },
);

export const grpModule = defineModule(
  'grp',
  'Access to the Unix group database.\n\nGroup entries are reported as 4-tuples containing the following fields\nfrom the group database, in order:\n\n  name   - name of the group\n  passwd - group password (encrypted); often empty\n  gid    - numeric ID of the group\n  mem    - list of members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly listed as members of the groups they are in\naccording to the password database.  Check both databases to get\ncomplete membership information.)',
  {
    functions: [
      [
        'getgrgid',
        '($module, /, id)',
        byNumber('getgrgid', 'gid', groupOf),
        'Return the group database entry for the given numeric group ID.\n\nIf id is not valid, raise KeyError.',
      ],
      [
        'getgrnam',
        '($module, /, name)',
        byName('getgrnam', groupOf),
        'Return the group database entry for the given group name.\n\nIf name is not valid, raise KeyError.',
      ],
      [
        'getgrall',
        '($module, /)',
        () => newList(USERS.map(groupOf)),
        "Return a list of all available group entries, in arbitrary order.\n\nAn entry whose name starts with '+' or '-' represents an instruction\nto use YP/NIS and may not be accessible via getgrnam or getgrgid.",
      ],
    ],
    init: (m) => addType(m, 'struct_group', groupType()),
  },
);
