/** Compressed sparse rows: for every key the items that carry it, in two typed arrays. A counting sort, O(keys + items). */
export interface Csr {
  /** `items[start[k]] … items[start[k + 1] - 1]` belong to key k. */
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** Groups the positions of `keys` (each below `keyCount`) by key; `item` says what to store for a position. Positions stay in order. */
export function groupByKey(keyCount: number, keys: Uint32Array, item?: Uint32Array): Csr {
  const start = new Uint32Array(keyCount + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice(0, keyCount);
  const items = new Uint32Array(keys.length);
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position] ?? 0;
    const slot = next[key] ?? 0;
    items[slot] = item === undefined ? position : (item[position] ?? 0);
    next[key] = slot + 1;
  }
  return { start, items };
}

/** A list of numbers below 2³² that grows by doubling. */
export class GrowingList {
  private values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  toArray(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}
