/** JSON with the place of each value, so that what is wrong can be shown where it stands. */

export type PlacedJson = { readonly value: unknown; readonly at: ReadonlyMap<string, number> } | { readonly problemAt: number };

const DEEPEST = 60;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** `at`: path (`rules.0.within`) → offset. Linear. */
export function placedJson(text: string): PlacedJson {
  const reader = new Reader(text);
  try {
    reader.value('', 0);
    reader.end();
  } catch (error) {
    if (error instanceof Stop) return { problemAt: error.at };
    throw error;
  }
  return { value: JSON.parse(text), at: reader.at };
}

/** Both from 1. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Of the path, or of the nearest one above it. */
export function offsetOf(at: ReadonlyMap<string, number>, path: string): number {
  for (let rest = path; ; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    const found = at.get(rest);
    if (found !== undefined || rest === '') return found ?? 0;
  }
}

class Stop extends Error {
  readonly at: number;

  constructor(at: number) {
    super('no JSON');
    this.at = at;
  }
}

class Reader {
  readonly at = new Map<string, number>();
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(path: string, depth: number): void {
    this.#skip();
    if (depth > DEEPEST) throw new Stop(this.#offset);
    this.at.set(path, this.#offset);
    const first = this.#text[this.#offset];
    if (first === '{') this.#many('}', (index) => this.#member(path, depth, index));
    else if (first === '[') this.#many(']', (index) => this.value(join(path, String(index)), depth + 1));
    else if (this.#take(STRING) === null && this.#take(SCALAR) === null) throw new Stop(this.#offset);
  }

  end(): void {
    this.#skip();
    if (this.#offset < this.#text.length) throw new Stop(this.#offset);
  }

  #member(path: string, depth: number, _index: number): void {
    this.#skip();
    const name = this.#take(STRING);
    if (name === null) throw new Stop(this.#offset);
    this.#skip();
    this.#expect(':');
    this.value(join(path, String(JSON.parse(name))), depth + 1);
  }

  #many(close: string, item: (index: number) => void): void {
    this.#offset += 1;
    this.#skip();
    if (this.#text[this.#offset] === close) {
      this.#offset += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      item(index);
      this.#skip();
      if (this.#text[this.#offset] === close) break;
      this.#expect(',');
    }
    this.#offset += 1;
  }

  #expect(character: string): void {
    if (this.#text[this.#offset] !== character) throw new Stop(this.#offset);
    this.#offset += 1;
  }

  #skip(): void {
    this.#take(SPACE);
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text);
    if (!found) return null;
    const control = pattern === STRING ? [...found[0]].findIndex((each) => each < ' ') : -1;
    if (control >= 0) throw new Stop(this.#offset + control);
    this.#offset += found[0].length;
    return found[0];
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
