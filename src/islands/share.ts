// A link that carries a program: its files as JSON, compressed, in the fragment of the address, which no server sees.
// `#program=...`, and where it leads: `&view=step&at=120`.
import type { Files } from '../session/protocol.ts';
import { type ViewName, views } from './views/index.ts';

export interface Shared {
  files: Files;
  /** Lines for input(). */
  input: string;
  /** Where the link leads. */
  asked: { view: ViewName; step: number } | null;
}

/** A link that grows beyond this is not opened: nobody has written it. */
const MOST_CHARACTERS = 2_000_000;

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

const toBase64url = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));

export async function toFragment({ files, input, asked }: Shared): Promise<string> {
  const json = JSON.stringify(input === '' ? { files } : { files, input });
  const packed = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'));
  const place = asked === null ? '' : `&view=${asked.view}${asked.step > 0 ? `&at=${asked.step + 1}` : ''}`;
  return `#program=${toBase64url(packed)}${place}`;
}

/** What a fragment carries; null: no program; an error if there is one and it cannot be read. */
export async function fromFragment(fragment: string): Promise<Shared | null> {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const packed = parts.get('program');
  if (packed === null) return null;
  let data: unknown;
  try {
    const bytes = await through(fromBase64url(packed), new DecompressionStream('deflate-raw'));
    if (bytes.length > MOST_CHARACTERS) throw new Error('too long');
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Error('The program in this link is damaged.');
  }
  const { files, input = '' } = (data ?? {}) as { files?: Record<string, unknown>; input?: unknown };
  const good =
    typeof files === 'object' &&
    files !== null &&
    typeof files['main.py'] === 'string' &&
    Object.entries(files).every(([path, text]) => isFileName(path) && typeof text === 'string') &&
    typeof input === 'string';
  if (!good) throw new Error('The program in this link is damaged.');
  const view = views.find(({ name }) => name === parts.get('view'));
  const at = Number(parts.get('at') ?? 1);
  return {
    files: files as Files,
    input: input as string,
    asked: view ? { view: view.name, step: Number.isInteger(at) && at > 0 ? at - 1 : 0 } : null,
  };
}

/** A path below the working directory: names with letters, digits, dots, dashes. */
export const isFileName = (path: string) =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
