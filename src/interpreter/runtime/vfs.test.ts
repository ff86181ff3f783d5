// The file system as system calls see it; numbers and outcomes are Linux's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EACCES,
  EBADF,
  EEXIST,
  EINVAL,
  EISDIR,
  ELOOP,
  ENOENT,
  ENOTDIR,
  ENOTEMPTY,
  ESPIPE,
} from './errnotable.ts';
import {
  type Device,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  STDLIB,
  type Stat,
  Vfs,
  WAIT,
} from './vfs.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (b: Uint8Array | number | typeof WAIT): string => new TextDecoder().decode(b as Uint8Array);

function make(): { vfs: Vfs; out: string[] } {
  const out: string[] = [];
  const sink: Device = {
    isatty: false,
    read: () => -EBADF,
    write: (b) => {
      out.push(text(b));
      return b.length;
    },
  };
  const silent: Device = { isatty: false, read: () => WAIT, write: () => -EBADF };
  let clock = 1_000_000_000_000_000_000n;
  const vfs = new Vfs({ now: () => (clock += 1_000_000_000n), stdin: silent, stdout: sink, stderr: sink });
  return { vfs, out };
}

test('files are written, read, appended to and cut', () => {
  const { vfs } = make();
  const fd = vfs.open('a.txt', O_RDWR | O_CREAT | O_EXCL, 0o666);
  assert.equal(fd, 3);
  assert.equal(vfs.write(fd, bytes('hello world')), 11);
  assert.equal(vfs.lseek(fd, 6, 0), 6);
  assert.equal(text(vfs.read(fd, 100)), 'world');
  assert.equal((vfs.read(fd, 1) as Uint8Array).length, 0);
  assert.equal(vfs.ftruncate(fd, 3), 0);
  assert.equal((vfs.fstat(fd) as Stat).size, 3);
  assert.equal(vfs.close(fd), 0);
  const more = vfs.open('/home/reader/a.txt', O_WRONLY | O_APPEND);
  vfs.write(more, bytes('!!'));
  vfs.close(more);
  assert.deepEqual(vfs.snapshot(), { 'a.txt': bytes('hel!!') });
  assert.equal((vfs.stat('a.txt') as Stat).mode & 0o777, 0o644);
  vfs.close(vfs.open('a.txt', O_WRONLY | O_TRUNC));
  assert.equal((vfs.stat('a.txt') as Stat).size, 0);
});

test('what is refused, and how', () => {
  const { vfs } = make();
  vfs.mkdir('d', 0o777);
  vfs.close(vfs.open('d/f', O_WRONLY | O_CREAT));
  const refused: [number, number][] = [
    [vfs.open('nothing', O_RDONLY), ENOENT],
    [vfs.open('nothing/x', O_CREAT | O_WRONLY), ENOENT],
    [vfs.open('d/f', O_CREAT | O_EXCL | O_WRONLY), EEXIST],
    [vfs.open('d', O_WRONLY), EISDIR],
    [vfs.open('d/f/g', O_RDONLY), ENOTDIR],
    [vfs.mkdir('d', 0o777), EEXIST],
    [vfs.rmdir('d'), ENOTEMPTY],
    [vfs.rmdir('d/f'), ENOTDIR],
    [vfs.unlink('d'), EISDIR],
    [vfs.unlink('no'), ENOENT],
    [vfs.rename('no', 'x'), ENOENT],
    [vfs.rename('d', 'd/in'), EINVAL],
    [vfs.chdir('d/f'), ENOTDIR],
    [vfs.close(77), EBADF],
    [vfs.read(1, 1) as number, EBADF],
    [vfs.lseek(0, 0, 0), ESPIPE],
    [vfs.open('/usr/local/new', O_CREAT | O_WRONLY), EACCES],
    [vfs.readlink('d/f') as number, EINVAL],
  ];
  refused.forEach(([r, errno], i) => {
    assert.equal(r, -errno, `case ${i}`);
  });
});

test('links, folders, the working directory', () => {
  const { vfs } = make();
  vfs.mkdir('a', 0o777);
  vfs.mkdir('a/b', 0o777);
  vfs.close(vfs.open('a/b/f', O_WRONLY | O_CREAT));
  vfs.symlink('a/b', 'l');
  assert.notEqual(typeof vfs.stat('l/f'), 'number');
  assert.equal((vfs.lookup('l/../..', true) as object) === vfs.lookup('/home/reader', true), true);
  vfs.symlink('loop', 'loop');
  assert.equal(vfs.stat('loop'), -ELOOP);
  vfs.link('a/b/f', 'hard');
  assert.equal((vfs.stat('hard') as Stat).nlink, 2);
  assert.equal(vfs.chdir('a/b'), 0);
  assert.equal(vfs.getcwd(), '/home/reader/a/b');
  assert.equal(vfs.rename('../../a/b/f', '../g'), 0);
  assert.deepEqual(
    (vfs.readdir('..') as [string, unknown][]).map(([name]) => name),
    ['b', 'g'],
  );
  assert.equal((vfs.stat('..') as Stat).nlink, 3);
});

test('the library is a tree whose contents come later', () => {
  const { vfs } = make();
  vfs.mountLibrary({ 'os.py': [100, 50], 'json/__init__.py': [7, 9] }, 1_727_740_800);
  const st = vfs.stat(`${STDLIB}/json/__pycache__/__init__.cpython-312.pyc`) as Stat;
  assert.deepEqual([st.size, st.mtime], [9, 1_727_740_800_000_000_000n]);
  const fd = vfs.open(`${STDLIB}/os.py`, O_RDONLY);
  assert.equal(vfs.openFile(fd)!.inode.lib, 'os.py');
  assert.equal(vfs.open(`${STDLIB}/os.py`, O_WRONLY), -EACCES);
  assert.equal(vfs.unlink(`${STDLIB}/os.py`), -EACCES);
});

test('streams and pipes', () => {
  const { vfs, out } = make();
  assert.equal(vfs.write(1, bytes('shown')), 5);
  assert.deepEqual(out, ['shown']);
  assert.equal(vfs.read(0, 5), WAIT);
  const [r, w] = vfs.pipe();
  assert.equal(vfs.read(r, 5), WAIT);
  let woken = false;
  vfs.whenReadable(r, () => {
    woken = true;
  });
  vfs.write(w, bytes('abcdef'));
  assert.equal(woken, true);
  assert.equal(text(vfs.read(r, 4)), 'abcd');
  vfs.close(w);
  assert.equal(text(vfs.read(r, 4)), 'ef');
  assert.equal((vfs.read(r, 4) as Uint8Array).length, 0);
  assert.equal(vfs.dup2(1, 9), 9);
  assert.equal(vfs.write(9, bytes('!')), 1);
  assert.equal(vfs.close(9), 0);
});
