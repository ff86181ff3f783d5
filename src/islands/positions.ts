// Python counts columns in UTF-8 bytes, an editor in UTF-16 units: the way from one to the other, on one line.

export function unitsFromBytes(line: string, bytes: number): number {
  let at = 0;
  let seen = 0;
  for (const character of line) {
    if (seen >= bytes) break;
    seen += bytesOf(character);
    at += character.length;
  }
  return at;
}

export function bytesFromUnits(line: string, units: number): number {
  let at = 0;
  let seen = 0;
  for (const character of line) {
    if (at >= units) break;
    at += character.length;
    seen += bytesOf(character);
  }
  return seen;
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
