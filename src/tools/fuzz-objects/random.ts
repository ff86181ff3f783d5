/** A seeded source of chances: the same seed makes the same cases. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 32 bits. Mulberry32. */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** 0 to n - 1. */
  below(n: number): number {
    return Math.floor((this.bits() / 0x100000000) * n);
  }

  /** From low to high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.bits() < probability * 0x100000000;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)];
  }

  /** Up to `most` distinct ones, in random order. */
  some<T>(from: readonly T[], most: number): T[] {
    const left = [...from];
    const out: T[] = [];
    for (let n = Math.min(this.between(0, most), left.length); n > 0; n--) {
      out.push(left.splice(this.below(left.length), 1)[0]);
    }
    return out;
  }

  many<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: this.between(low, high) }, make);
  }
}
