// Reads a zip archive: the central directory and the two ways its entries are kept (stored, deflated). Forty lines in
// place of a dependency. Absent on purpose: encryption, several disks, sizes above 4 GB.
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

export function readZip(archive: Buffer): Map<string, Uint8Array> {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('not a zip archive: it has no central directory');
  const files = new Map<string, Uint8Array>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`zip: no directory entry at ${at}`);
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const extraLength = archive.readUInt16LE(at + 30);
    const commentLength = archive.readUInt16LE(at + 32);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const kept = archive.subarray(start, start + size);
    if (method !== 0 && method !== 8) throw new Error(`zip: ${name} is kept by method ${method}`);
    files.set(name, method === 8 ? inflateRawSync(kept) : new Uint8Array(kept));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
