/** Which (check, identity) was judged with what outcome, in a few bytes each: a scan may have ten million of them. */

const BYTES_OF_HASH = 8;
const FIRST_SIZE = 1 << 16;
/** Bit of an outcome, beside its weight of three bits. */
const STORED = 8;

export interface SeenGroup {
  readonly check: number;
  /** Of the deciding verdict. */
  readonly weight: number;
  readonly isStored: boolean;
}

/** Groups by the first 64 bits of their fingerprint: two of ten million share them with a probability of 3 · 10⁻⁶. */
export class SeenGroups {
  #size = 0;
  #hashes = new Uint32Array(2 * FIRST_SIZE);
  #checks = new Uint16Array(FIRST_SIZE);
  #outcomes = new Uint8Array(FIRST_SIZE);

  add(fingerprint: string, { check, weight, isStored }: SeenGroup): void {
    if (this.#size === this.#outcomes.length) this.#grow();
    const at = this.#size++;
    this.#hashes[2 * at] = Number.parseInt(fingerprint.slice(0, 8), 16);
    this.#hashes[2 * at + 1] = Number.parseInt(fingerprint.slice(8, 16), 16);
    this.#checks[at] = check;
    this.#outcomes[at] = weight + (isStored ? STORED : 0);
  }

  /** Every group, of one that was seen in several parts each part; `key` only of those. O(groups · log groups). */
  *walk(): Generator<SeenGroup & { readonly key: string | null }> {
    const repeated = this.#repeated();
    const words = new BigUint64Array(this.#hashes.buffer, 0, this.#size);
    for (let at = 0; at < this.#size; at += 1) {
      const outcome = this.#outcomes[at] ?? 0;
      const isRepeated = repeated.size > 0 && repeated.has(words[at] ?? 0n);
      yield {
        check: this.#checks[at] ?? 0,
        weight: outcome % STORED,
        isStored: outcome >= STORED,
        key: isRepeated ? this.#keyAt(at) : null,
      };
    }
  }

  /** What {@link walk} calls a group. */
  static keyOf(fingerprint: string): string {
    return fingerprint.slice(0, 2 * BYTES_OF_HASH);
  }

  #keyAt(at: number): string {
    return [this.#hashes[2 * at], this.#hashes[2 * at + 1]].map((word) => (word ?? 0).toString(16).padStart(8, '0')).join('');
  }

  #repeated(): ReadonlySet<bigint> {
    const words = new BigUint64Array(this.#hashes.slice(0, 2 * this.#size).buffer).sort();
    const halves = new Uint32Array(words.buffer);
    const repeated = new Set<bigint>();
    for (let at = 1; at < words.length; at += 1)
      if (halves[2 * at] === halves[2 * at - 2] && halves[2 * at + 1] === halves[2 * at - 1]) repeated.add(words[at] ?? 0n);
    return repeated;
  }

  #grow(): void {
    const room = Math.ceil(this.#size * 1.5);
    const [hashes, checks, outcomes] = [this.#hashes, this.#checks, this.#outcomes];
    this.#hashes = new Uint32Array(2 * room);
    this.#hashes.set(hashes);
    this.#checks = new Uint16Array(room);
    this.#checks.set(checks);
    this.#outcomes = new Uint8Array(room);
    this.#outcomes.set(outcomes);
  }
}
