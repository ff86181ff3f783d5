// Files of the standard library, from the site that the page came from; the browser keeps them.
declare const __STANDARD_LIBRARY__: string;

export async function loadLibrary(path: string): Promise<Uint8Array> {
  const response = await fetch(__STANDARD_LIBRARY__ + path);
  if (!response.ok) throw new Error(`standard library: ${path} was not found (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}
