/**
 * Thrift's compact protocol, as far as page headers and footers of Parquet need it
 * (github.com/apache/thrift, doc/specs/thrift-compact-protocol.md; numbers of fields: apache/parquet-format, parquet.thrift).
 */
import type { Bytes } from './bytes.ts';

const [I32, I64, BINARY, LIST, STRUCT] = [5, 6, 8, 9, 12] as const;

/** Appends structs; members in the order of their numbers. */
export class ThriftWriter {
  readonly #bytes: Bytes;
  readonly #above: number[] = [];
  #last = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  int(field: number, value: number): this {
    this.#header(field, I32);
    return this.#zigzag(value);
  }

  long(field: number, value: number): this {
    this.#header(field, I64);
    return this.#zigzag(value);
  }

  text(field: number, value: string): this {
    return this.binary(field, Buffer.from(value));
  }

  binary(field: number, value: Uint8Array): this {
    this.#header(field, BINARY);
    return this.#sized(value);
  }

  ints(field: number, values: readonly number[]): this {
    this.#list(field, values.length, I32);
    for (const value of values) this.#zigzag(value);
    return this;
  }

  texts(field: number, values: readonly string[]): this {
    this.#list(field, values.length, BINARY);
    for (const value of values) this.#sized(Buffer.from(value));
    return this;
  }

  struct(field: number, write: (inner: this) => void): this {
    this.#header(field, STRUCT);
    return this.#inside(write);
  }

  structs<T>(field: number, items: readonly T[], write: (item: T, inner: this) => void): this {
    this.#list(field, items.length, STRUCT);
    for (const item of items) this.#inside((inner) => write(item, inner));
    return this;
  }

  /** Ends the struct; the next one may begin. */
  end(): void {
    this.#bytes.byte(0);
    this.#last = 0;
  }

  #inside(write: (inner: this) => void): this {
    this.#above.push(this.#last);
    this.#last = 0;
    write(this);
    this.#bytes.byte(0);
    this.#last = this.#above.pop() ?? 0;
    return this;
  }

  #header(field: number, type: number): void {
    const step = field - this.#last;
    if (step < 1 || step > 15) throw new Error(`field ${field} after ${this.#last}`);
    this.#bytes.byte((step << 4) | type);
    this.#last = field;
  }

  #list(field: number, count: number, type: number): void {
    this.#header(field, LIST);
    if (count < 15) this.#bytes.byte((count << 4) | type);
    else {
      this.#bytes.byte(0xf0 | type);
      this.#bytes.varint(count);
    }
  }

  #zigzag(value: number): this {
    this.#bytes.varint(value < 0 ? -value * 2 - 1 : value * 2);
    return this;
  }

  #sized(value: Uint8Array): this {
    this.#bytes.varint(value.length);
    this.#bytes.raw(value);
    return this;
  }
}
