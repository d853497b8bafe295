/** A small seeded generator of chance (mulberry32): the same seed gives the same estate and the same fuzz inputs on every machine. */

export interface Random {
  /** A float in [0, 1). */
  readonly next: () => number;
  /** An integer, both ends included. */
  readonly int: (min: number, max: number) => number;
  /** One element; the list must not be empty. */
  readonly pick: <T>(items: readonly [T, ...T[]] | readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
}

/** Random numbers that depend on `seed` alone (32 bits of it). Not for anything secret. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('pick needs at least one element');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}
