/** Words of Bicep with positions. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { Comment } from '../format.ts';

export type Token =
  | { readonly kind: 'name' | 'sign' | 'newline' | 'end'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly text: string; readonly start: number; readonly end: number }
  /** `parts`: literal texts and the source of what stands in `${…}` between them. */
  | { readonly kind: 'string'; readonly text: string; readonly parts: readonly StringPart[]; readonly start: number; readonly end: number };

export type StringPart = { readonly literal: string } | { readonly tokens: readonly Token[] };

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_NESTING = 30;
const SIGNS = ['...', '=>', '==', '!=', '=~', '!~', '<=', '>=', '&&', '||', '??', '::', '.?', '[?'];
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Never throws: what is no Bicep is passed over, with a diagnostic. O(length). */
export function readTokens(source: Source): Tokens {
  if (source.text.length > MAX_LENGTH) {
    const message = 'the Bicep file is larger than 4 MiB and was not read';
    return {
      tokens: [],
      comments: [],
      diagnostics: [{ severity: 'error', file: source.path, line: null, column: null, code: 'too-large', message }],
    };
  }
  const lexer = new Lexer(source);
  const tokens = lexer.until(source.text.startsWith('\uFEFF') ? 1 : 0, null, 0);
  return { tokens: tokens.list, comments: lexer.comments, diagnostics: lexer.diagnostics };
}

class Lexer {
  readonly comments: Comment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #text: string;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  /** Up to the end, or to the `}` that closes an interpolation. */
  until(from: number, close: '}' | null, depth: number): { readonly list: readonly Token[]; readonly next: number } {
    const list: Token[] = [];
    let open = 0;
    let at = from;
    while (at < this.#text.length) {
      const character = this.#text[at] ?? '';
      if (close !== null && character === '}' && open === 0) break;
      if (character === '{') open++;
      else if (character === '}') open--;
      const token = this.#token(at, depth);
      if (token === null) at = this.#skip(at);
      else {
        list.push(token);
        at = token.end;
      }
    }
    list.push({ kind: 'end', text: '', start: at, end: at });
    return { list, next: at };
  }

  /** Behind blanks, a comment, or a character that nobody knows. */
  #skip(at: number): number {
    const rest = this.#text.slice(at, at + 2);
    if (rest === '//' || rest === '/*') {
      const found = rest === '//' ? this.#text.indexOf('\n', at) : this.#text.indexOf('*/', at + 2);
      const end = found === -1 ? this.#text.length : rest === '//' ? found : found + 2;
      this.comments.push({ start: at, end, text: this.#text.slice(at + 2, rest === '//' ? end : Math.max(at + 2, end - 2)) });
      return end;
    }
    if (!/\s/.test(this.#text.charAt(at)) && this.diagnostics.length < 20)
      this.diagnostics.push(
        diagnosticAt(this.#source, at, { code: 'bicep-syntax', message: `"${this.#text.charAt(at)}" is not expected here` }),
      );
    return at + 1;
  }

  #token(at: number, depth: number): Token | null {
    const character = this.#text[at] ?? '';
    if (character === '\n') return { kind: 'newline', text: '\n', start: at, end: at + 1 };
    if (character === "'") return this.#text.startsWith("'''", at) ? this.#multiLine(at) : this.#string(at, depth);
    const name = match(this.#text, at, /[A-Za-z_]\w*/y);
    if (name !== null) return { kind: 'name', text: name, start: at, end: at + name.length };
    const number = match(this.#text, at, /\d+/y);
    if (number !== null) return { kind: 'number', text: number, start: at, end: at + number.length };
    const rest = this.#text.slice(at, at + 2);
    if (rest === '//' || rest === '/*') return null;
    const sign = SIGNS.find((each) => this.#text.startsWith(each, at)) ?? (/[{}()[\]:,.=<>!?+\-*/%@|]/.test(character) ? character : null);
    return sign === null ? null : { kind: 'sign', text: sign, start: at, end: at + sign.length };
  }

  #multiLine(start: number): Token {
    const close = this.#text.indexOf("'''", start + 3);
    const stop = close === -1 ? this.#text.length : close;
    const literal = this.#text.slice(start + 3, stop).replace(/^\r?\n/, '');
    return { kind: 'string', text: literal, parts: [{ literal }], start, end: Math.min(this.#text.length, stop + 3) };
  }

  #string(start: number, depth: number): Token {
    const parts: StringPart[] = [];
    let literal = '';
    let at = start + 1;
    for (; at < this.#text.length;) {
      const character = this.#text[at] ?? '';
      if (character === "'" || character === '\n') break;
      if (character === '\\') {
        const unicode = match(this.#text, at, /\\u\{[0-9A-Fa-f]{1,6}\}/y);
        const next = this.#text[at + 1] ?? '';
        literal += unicode === null ? (ESCAPES[next] ?? next) : codePoint(unicode.slice(3, -1));
        at += unicode?.length ?? 2;
      } else if (character === '$' && this.#text[at + 1] === '{' && depth < MAX_NESTING) {
        const inner = this.until(at + 2, '}', depth + 1);
        if (literal !== '') parts.push({ literal });
        literal = '';
        parts.push({ tokens: inner.list });
        at = inner.next + 1;
      } else {
        literal += character;
        at++;
      }
    }
    if (literal !== '' || parts.length === 0) parts.push({ literal });
    const isClosed = this.#text[at] === "'";
    if (!isClosed)
      this.diagnostics.push(diagnosticAt(this.#source, start, { code: 'bicep-syntax', message: 'the text has no closing quote' }));
    return {
      kind: 'string',
      text: parts.map((part) => ('literal' in part ? part.literal : '')).join(''),
      parts,
      start,
      end: isClosed ? at + 1 : Math.min(at, this.#text.length),
    };
  }
}

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function match(text: string, at: number, pattern: RegExp): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
