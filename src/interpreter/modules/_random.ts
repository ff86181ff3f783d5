// _random: the Mersenne Twister behind the random module.
//
// Answers to CPython 3.12: Modules/_randommodule.c.

import { type Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { hashG, objectHash } from '../objects/compare.ts';
import { method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { type Int, isInt, newInt, newIntBig } from '../objects/longcore.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { isStr, strHashFull } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { system } from '../runtime/system.ts';

const N = 624;
const M = 397;

class Twister {
  state = new Uint32Array(N);
  index = N;

  next(): number {
    const mt = this.state;
    if (this.index >= N) {
      for (let k = 0; k < N; k++) {
        const y = (mt[k]! & 0x80000000) | (mt[(k + 1) % N]! & 0x7fffffff);
        mt[k] = mt[(k + M) % N]! ^ (y >>> 1) ^ ((y & 1) !== 0 ? 0x9908b0df : 0);
      }
      this.index = 0;
    }
    let y = mt[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** CPython 3.12: init_genrand */
  private start(s: number): void {
    const mt = this.state;
    mt[0] = s;
    for (let i = 1; i < N; i++) mt[i] = Math.imul(1812433253, mt[i - 1]! ^ (mt[i - 1]! >>> 30)) + i;
    this.index = N;
  }

  /** CPython 3.12: init_by_array */
  seed(key: readonly number[]): void {
    this.start(19650218);
    const mt = this.state;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      i++;
      j++;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1566083941)) - i;
      i++;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }
}

const randomType = new PyType('_random.Random', TPFLAGS.BASETYPE, typeType);
randomType.qualname = 'Random';
const T = (o: Obj): Twister => (o as Obj<Twister>).v;

/** CPython 3.12: random_seed */
function* seedG(o: Obj, arg: Obj | undefined): Gen {
  if (arg === undefined || arg === None) {
    const { random32 } = system();
    T(o).seed(Array.from({ length: N }, () => random32()));
    return none();
  }
  let n: bigint;
  if (isInt(arg)) {
    n = BigInt((arg as Int).v);
    if (n < 0n) n = -n;
  } else {
    let lo = isStr(arg) ? strHashFull(arg) : objectHash(arg);
    if (Number.isNaN(lo)) lo = yield* hashG(arg);
    if (Number.isNaN(lo)) return null;
    n = (BigInt(tstate.hashHi >>> 0) << 32n) | BigInt(lo >>> 0);
  }
  const key: number[] = [];
  do {
    key.push(Number(n & 0xffffffffn));
    n >>= 32n;
  } while (n > 0n);
  T(o).seed(key);
  return none();
}

function* getrandbits(o: Obj, k: Obj): Gen {
  const bits = yield* ssizeG(k, PyExc.OverflowError);
  if (bits === null) return null;
  if (bits < 0) return raise(PyExc.ValueError, 'number of bits must be non-negative');
  if (bits === 0) return newInt(0);
  const t = T(o);
  if (bits <= 32) return newInt(t.next() >>> (32 - bits));
  let r = 0n;
  for (let left = bits, at = 0n; left > 0; left -= 32, at += 32n) {
    let word = t.next();
    if (left < 32) word >>>= 32 - left;
    r |= BigInt(word) << at;
  }
  return newIntBig(r);
}

function setstate(o: Obj, state: Obj): Res {
  if (!isTuple(state)) return typeError('state vector must be a tuple');
  const items = (state as Tuple).v;
  if (items.length !== N + 1) return raise(PyExc.ValueError, 'state vector is the wrong size');
  const words: number[] = [];
  for (const item of items) {
    if (!isInt(item)) return typeError('an integer is required');
    words.push(Number((item as Int).v));
  }
  const index = words[N]!;
  if (index < 0 || index > N) return raise(PyExc.ValueError, 'invalid state');
  const t = T(o);
  t.state = Uint32Array.from(words.slice(0, N));
  t.index = index;
  return none();
}

randomType.doc = 'Random() -> create a random number generator with its own internal state.';
randomType.basicsize = 2520;
randomType.tp_new = (cls) => allocInstance(cls.v, new Twister());
randomType.tp_init = (o, args, kwnames) => {
  if (kwnames !== null && kwnames.length > 0 && o.type === randomType) {
    return typeError('Random() takes no keyword arguments');
  }
  const n = args.length - (kwnames === null ? 0 : kwnames.length);
  if (n > 1) return typeError(`Random() expected at most 1 argument, got ${n}`);
  return suspend(seedG(o, n > 0 ? args[0] : undefined), [o, ...args]);
};
method(
  randomType,
  'random',
  '($self, /)',
  (o) => {
    const t = T(o);
    const a = t.next() >>> 5;
    const b = t.next() >>> 6;
    return newFloat((a * 67108864 + b) * (1 / 9007199254740992));
  },
  'random() -> x in the interval [0, 1).',
);
method(
  randomType,
  'seed',
  '($self, n=None, /)',
  seedG,
  'seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.',
);
method(
  randomType,
  'getstate',
  '($self, /)',
  (o) => newTuple([...Array.from(T(o).state, newInt), newInt(T(o).index)]),
  'getstate() -> tuple containing the current state.',
);
method(
  randomType,
  'setstate',
  '($self, state, /)',
  setstate,
  'setstate(state) -> None.  Restores generator state.',
);
method(
  randomType,
  'getrandbits',
  '($self, k, /)',
  getrandbits,
  'getrandbits(k) -> x.  Generates an int with k random bits.',
);
readyLater(randomType);

export const randomModule = defineModule(
  '_random',
  'Module implements the Mersenne Twister random number generator.',
  {
    types: { Random: randomType },
  },
);
