/** Access key ids → small numbers, at about 30 bytes each: logs of a day name hundreds of thousands that nobody speaks of again. */

/** `AKIA` or `ASIA` and 16 letters or digits. Source: IAM user guide, "Unique identifiers". */
const LENGTH = 20;
/** Six digits of base 36 fit a word; the last four leave room for which of the two it is. */
const DIGITS = 36;
const WORDS = 4;

/** State: open addressing in one table of words; a row is the id's three words and the number + 1, 0 where it is free. */
export class AccessKeys {
  #rows = new Uint32Array(1024 * WORDS);
  #size = 0;
  readonly #words = new Uint32Array(3);

  /** The number of an id, made where it is new; null for what is no such id. */
  at(id: string, make: () => number): number | null {
    if (!this.#read(id)) return null;
    const at = this.#find();
    const known = this.#rows[at + 3] ?? 0;
    if (known !== 0) return known - 1;
    const made = make();
    this.#rows.set(this.#words, at);
    this.#rows[at + 3] = made + 1;
    this.#size++;
    if (this.#size * WORDS * 2 > this.#rows.length) this.#grow();
    return made;
  }

  /** Takes an id apart into words; false for what is none. */
  #read(id: string): boolean {
    if (id.length !== LENGTH || !(id.startsWith('AKIA') || id.startsWith('ASIA'))) return false;
    const words = this.#words;
    words[0] = 0;
    words[1] = 0;
    words[2] = id.charCodeAt(1) === 75 ? 0 : 1;
    for (let at = 4; at < LENGTH; at++) {
      const digit = digitOf(id.charCodeAt(at));
      if (digit < 0) return false;
      const word = at < 10 ? 0 : at < 16 ? 1 : 2;
      words[word] = (words[word] ?? 0) * DIGITS + digit;
    }
    return true;
  }

  /** Where the row of the words is, or would be. */
  #find(): number {
    const [a = 0, b = 0, c = 0] = this.#words;
    const rows = this.#rows;
    const mask = rows.length / WORDS - 1;
    let hash = Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
    hash ^= hash >>> 16;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WORDS;
      if (rows[at + 3] === 0 || (rows[at] === a && rows[at + 1] === b && rows[at + 2] === c)) return at;
    }
  }

  #grow(): void {
    const old = this.#rows;
    this.#rows = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 3] === 0) continue;
      this.#words.set(old.subarray(at, at + 3));
      this.#rows.set(old.subarray(at, at + WORDS), this.#find());
    }
  }
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : -1;
}
