// The standard library under Node; replaced by the reader of the zip file when it is there.
export async function nodeLibrary(path: string): Promise<Uint8Array> {
  throw new Error(`no library yet: ${path}`);
}
