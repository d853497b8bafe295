/** Maps that stay small whatever comes, and end the same in whatever order it comes. */

/** FNV-1a of 32 bits, mixed: nobody chooses names that stay in unless he tries. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

interface Limits {
  readonly most: number;
}

/**
 * State. Of more keys than `most` those with the smallest hashes stay. A key that belongs to the last set is never dropped on the way, since the set of the
 * smallest only loses keys to smaller ones; so what is kept is whole, and no order of arrival matters.
 */
export class BoundedMap<V> {
  readonly #values = new Map<string, V>();
  readonly #most: number;
  /** Keys with larger hashes are out. */
  #limit = Number.POSITIVE_INFINITY;
  #dropped = false;

  constructor({ most }: Limits) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#dropped;
  }

  /** The value at a key, made where it is new; null for a key that is out. */
  at(key: string, make: () => V): V | null {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#limit !== Number.POSITIVE_INFINITY && hashOf(key) > this.#limit) return null;
    const made = make();
    this.#values.set(key, made);
    if (this.#values.size >= this.#most * 2) this.#cut();
    return made;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  /** In the order of the keys. */
  entries(): readonly (readonly [string, V])[] {
    if (this.#values.size > this.#most) this.#cut();
    return [...this.#values].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  get size(): number {
    return this.#values.size;
  }

  #cut(): void {
    const hashes = [...this.#values.keys()].map((key) => hashOf(key)).toSorted((a, b) => a - b);
    this.#limit = Math.min(this.#limit, hashes[this.#most - 1] ?? this.#limit);
    for (const key of [...this.#values.keys()]) if (hashOf(key) > this.#limit) this.#values.delete(key);
    this.#dropped = true;
  }
}
