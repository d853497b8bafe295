/** Bytes that grow, little-endian. */
export class Bytes {
  #buffer = Buffer.allocUnsafe(4096);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  clear(): void {
    this.#at = 0;
  }

  /** What was written; holds until the next write. */
  view(): Buffer {
    return this.#buffer.subarray(0, this.#at);
  }

  byte(value: number): void {
    this.#need(1);
    this.#buffer[this.#at] = value;
    this.#at += 1;
  }

  /** Overwrites four bytes. */
  u32At(value: number, at: number): void {
    this.#buffer.writeUInt32LE(value, at);
  }

  u32(value: number): void {
    this.#need(4);
    this.#at = this.#buffer.writeUInt32LE(value, this.#at);
  }

  /** A whole number of at most 53 bits. Throws for others: what would be written is another number. */
  i64(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no whole number that JavaScript knows exactly: ${value}`);
    this.#need(8);
    const low = value % 0x1_0000_0000;
    this.#buffer.writeInt32LE(low | 0, this.#at);
    this.#buffer.writeInt32LE(Math.floor(value / 0x1_0000_0000), this.#at + 4);
    this.#at += 8;
  }

  double(value: number): void {
    this.#need(8);
    this.#at = this.#buffer.writeDoubleLE(value, this.#at);
  }

  varint(value: number): void {
    let left = value;
    while (left >= 128) {
      this.byte((left % 128) | 128);
      left = Math.floor(left / 128);
    }
    this.byte(left);
  }

  raw(bytes: Uint8Array): void {
    this.#need(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** What another one holds. */
  all(other: Bytes): void {
    this.#need(other.#at);
    other.#buffer.copy(this.#buffer, this.#at, 0, other.#at);
    this.#at += other.#at;
  }

  /** UTF-8 after its length, as Parquet writes values. A lone surrogate becomes U+FFFD. */
  sizedText(text: string): void {
    this.#need(4 + text.length * 3);
    const length = this.#buffer.write(text, this.#at + 4);
    this.#buffer.writeUInt32LE(length, this.#at);
    this.#at += 4 + length;
  }

  sizedRaw(bytes: Uint8Array, from: number, to: number): void {
    this.#need(4 + to - from);
    this.#buffer.writeUInt32LE(to - from, this.#at);
    // Not `subarray`: a view costs more than the copy of a short record.
    this.#at += 4 + Buffer.prototype.copy.call(bytes, this.#buffer, this.#at + 4, from, to);
  }

  /** `count` values of `width` bits, the lowest bit first, padded to whole bytes. At most 24 bits. */
  packed(values: ArrayLike<number>, count: number, width: number): void {
    this.#need(Math.ceil((count * width) / 8) + 4);
    const buffer = this.#buffer;
    let [at, bits, held] = [this.#at, 0, 0];
    for (let index = 0; index < count; index++) {
      held |= (values[index] ?? 0) << bits;
      bits += width;
      while (bits >= 8) {
        buffer[at] = held & 0xff;
        at += 1;
        held >>>= 8;
        bits -= 8;
      }
    }
    if (bits > 0) {
      buffer[at] = held & 0xff;
      at += 1;
    }
    this.#at = at;
  }

  #need(count: number): void {
    const wanted = this.#at + count;
    if (wanted <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(wanted, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}
