/** Lines of a file or stream, one after the other: nothing but the current one is kept. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

/** Longer lines are hostile or no lines at all. */
const MAX_LINE = 16 * 1024 * 1024;

export interface InputLine {
  /** Starts at 1. */
  readonly number: number;
  /** Null: longer than 16 MiB. */
  readonly text: string | null;
}

export interface LinesOptions {
  readonly cwd: string;
  readonly messages: Messages;
  /** What `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array> | null;
}

/** Empty lines are left out, their numbers stay. Throws AppError `target-unreadable`. */
export async function* inputLines(file: string, { cwd, messages, stdin }: LinesOptions): AsyncGenerator<InputLine> {
  const source: AsyncIterable<Uint8Array> = file === '-' && stdin !== null ? stdin : createReadStream(resolve(cwd, file));
  const splitter = new LineSplitter();
  try {
    for await (const chunk of source) yield* splitter.take(chunk);
  } catch (cause) {
    throw new AppError('target-unreadable', { message: messages.config.unreadable(file), cause });
  }
  yield* splitter.end();
}

class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #pieces: string[] = [];
  #length = 0;
  #number = 1;

  *take(chunk: Uint8Array): Generator<InputLine> {
    const text = this.#decoder.write(chunk);
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, at));
      yield* this.#line();
      from = at + 1;
    }
    this.#keep(text.slice(from));
  }

  *end(): Generator<InputLine> {
    this.#keep(this.#decoder.end());
    yield* this.#line();
  }

  #keep(piece: string): void {
    this.#length += piece.length;
    if (this.#length <= MAX_LINE) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  *#line(): Generator<InputLine> {
    const text = this.#length > MAX_LINE ? null : this.#pieces.join('').replace(/^\uFEFF/, '');
    const number = this.#number++;
    this.#pieces = [];
    this.#length = 0;
    if (text === null || text.trim() !== '') yield { number, text };
  }
}
