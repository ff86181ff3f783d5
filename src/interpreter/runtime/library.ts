// The standard library: CPython's own Python files, compiled when the site was built, fetched when a program imports them.
//
// One asset, `boot.bin`, is fetched first: it says which files there are and how large they are, and holds the code of
// importlib, which finds everything else. Each further module is an asset of its own. What one run has fetched stays
// for the next. Who needs an asset that is not here yet waits for it as for any slow device: the thread blocks.
//
// Layout of boot.bin: a little-endian uint32, the length of a JSON header; the header (BootHeader); then the frozen
// modules' marshalled code, at the offsets that the header gives.
//
// Answers to CPython 3.12: Python/frozen.c (which modules are frozen), Lib as installed under /usr/local/lib/python3.12.

import type { Res } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { none } from '../objects/singletons.ts';
import { EIO } from './errnotable.ts';
import { raiseErrno } from './oserror.ts';
import type { LibraryFiles } from './vfs.ts';

export interface FrozenInfo {
  /** Bytes of marshalled code. */
  size: number;
  package: boolean;
  /** The module whose source this is, if it goes by another name (`__hello__` -> `__hello_alias__`); null: none. */
  origname: string | null;
  /** Offset behind the header in boot.bin; -1: an asset of its own, `frozen/<name>.bin`. */
  offset: number;
}

export interface BootHeader {
  /** Every file below /usr/local/lib/python3.12: [size, size of its .pyc or 0]. */
  files: LibraryFiles;
  /** Their time of last modification, in seconds. */
  mtime: number;
  frozen: { readonly [name: string]: FrozenInfo };
  /** Assets that what an asset imports is in: fetched at the same time. */
  together: { readonly [asset: string]: readonly string[] };
}

export type LoadLibrary = (path: string) => Promise<Uint8Array>;

export class Library {
  private readonly loadAsset: LoadLibrary;
  private readonly assets = new Map<string, Uint8Array>();
  private readonly underway = new Map<string, Promise<Uint8Array>>();
  header: BootHeader | null = null;
  private boot: Uint8Array | null = null;
  private bootStart = 0;

  constructor(loadAsset: LoadLibrary) {
    this.loadAsset = loadAsset;
  }

  /** An asset that is here already. */
  get(asset: string): Uint8Array | undefined {
    return this.assets.get(asset);
  }

  /** Fetches an asset, and along with it what will be wanted next. */
  load(asset: string): Promise<Uint8Array> {
    const loading = this.underway.get(asset) ?? this.start(asset);
    this.ahead(asset);
    return loading;
  }

  private ahead(asset: string): void {
    for (const other of this.header?.together[asset] ?? []) {
      if (this.assets.has(other) || this.underway.has(other)) continue;
      this.start(other).catch(() => {});
      this.ahead(other);
    }
  }

  private start(asset: string): Promise<Uint8Array> {
    const loading = this.loadAsset(asset).then(
      (bytes) => {
        this.assets.set(asset, bytes);
        this.underway.delete(asset);
        return bytes;
      },
      (error) => {
        // It may work next time: the network was gone for a moment.
        this.underway.delete(asset);
        throw error;
      },
    );
    this.underway.set(asset, loading);
    return loading;
  }

  /** Fetches and reads boot.bin. */
  async loadBoot(): Promise<BootHeader> {
    if (this.header !== null) return this.header;
    this.openBoot(await this.load('boot.bin'));
    return this.header!;
  }

  private openBoot(bytes: Uint8Array): void {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.boot = bytes;
    this.bootStart = 4 + length;
    this.header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as BootHeader;
  }

  /** The code of a frozen module, if it is here. */
  frozen(name: string): Uint8Array | undefined {
    const info = this.header!.frozen[name]!;
    if (info.offset < 0) return this.assets.get(`frozen/${name}.bin`);
    const at = this.bootStart + info.offset;
    return this.boot!.subarray(at, at + info.size);
  }
}

const libraries = new WeakMap<LoadLibrary, Library>();

/** The library behind a loader: what an earlier run with the same loader fetched is still here. */
export function libraryOf(load: LoadLibrary): Library {
  let library = libraries.get(load);
  if (library === undefined) {
    library = new Library(load);
    libraries.set(load, library);
  }
  return library;
}

/** Waits for a promise; null with OSError if it fails. */
function* waitForG(promise: Promise<unknown>, path: string): Gen {
  let failed = false;
  const done: Res = yield new WaitRequest('file', (resume) => {
    promise.then(
      () => resume(none),
      () => {
        failed = true;
        resume(() => raiseErrno(EIO, path));
      },
    );
    return undefined;
  });
  return failed ? null : done;
}

/** The bytes of an asset, waiting for them if need be; null with OSError. `path`: what the error names. */
export function* assetG(library: Library, asset: string, path: string): Gen<Uint8Array | null> {
  const here = library.get(asset);
  if (here !== undefined) return here;
  if ((yield* waitForG(library.load(asset), path)) === null) return null;
  return library.get(asset)!;
}

/** What boot.bin says, waiting for it if need be; null with OSError. */
export function* bootG(library: Library): Gen<BootHeader | null> {
  if (library.header !== null) return library.header;
  if ((yield* waitForG(library.loadBoot(), 'boot.bin')) === null) return null;
  return library.header;
}

/** The code of a frozen module that exists; null with OSError. */
export function* frozenG(library: Library, name: string): Gen<Uint8Array | null> {
  const here = library.frozen(name);
  if (here !== undefined) return here;
  return yield* assetG(library, `frozen/${name}.bin`, `<frozen ${name}>`);
}
