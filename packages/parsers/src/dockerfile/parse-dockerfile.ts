/** Dockerfiles into instructions with positions: continuations, comments, parser directives, heredocs, flags, the JSON form. */
import type { Diagnostic, Range, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { Comment } from '../format.ts';

/** A piece of an instruction and where it stands. */
export interface Word {
  /** Quotes and escapes taken away; variables as they are written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** From the keyword to the end of its last line, heredocs included. */
  readonly range: Range;
  /** `--from=build`, by name without dashes; the last one wins. */
  readonly flags: ReadonlyMap<string, Word>;
  /** The arguments without flags, continuation lines joined, comments left out. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The JSON form (`["app", "-p"]`); null for the shell form. */
  readonly json: readonly Word[] | null;
  /** Bodies of heredocs. */
  readonly heredocs: readonly string[];
}

export interface ParsedDockerfile {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_LENGTH = 4 * 1024 * 1024;
/** Builders take 127 layers; what is longer was made to be long. */
const MAX_INSTRUCTIONS = 2000;
const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);
const WITH_HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);

/** Never throws: what is no instruction is a diagnostic. O(length). */
export function parseDockerfile(source: Source): ParsedDockerfile {
  const { text, path } = source;
  if (text.length > MAX_LENGTH || text.includes('\0')) {
    const isLarge = text.length > MAX_LENGTH;
    const message = isLarge ? 'the Dockerfile is larger than 4 MiB and was not read' : 'file is binary: it contains NUL bytes';
    const code = isLarge ? 'too-large' : 'binary';
    return { instructions: [], comments: [], diagnostics: [{ severity: 'error', file: path, line: null, column: null, code, message }] };
  }
  return new Parser(source).parse();
}

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly next: number;
}

/** A run of characters of the source: joined lines keep the offset of each character. */
interface Joined {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly end: number;
  readonly next: number;
}

class Parser {
  readonly #source: Source;
  readonly #text: string;
  readonly #escape: string;
  readonly #comments: Comment[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
    this.#escape = /^(?:#[^\n]*=[^\n]*\n)*#\s*escape\s*=\s*`\s*$/im.test(source.text.slice(0, 1000)) ? '`' : '\\';
  }

  parse(): ParsedDockerfile {
    const instructions: Instruction[] = [];
    let at = this.#text.startsWith('\uFEFF') ? 1 : 0;
    while (at < this.#text.length && instructions.length < MAX_INSTRUCTIONS) {
      const line = this.#line(at);
      const isBlank = this.#isBlank(line);
      if (isBlank || this.#takeComment(line)) {
        at = line.next;
        continue;
      }
      const joined = this.#join(line);
      const { instruction, next } = this.#instruction(joined);
      if (instruction) instructions.push(instruction);
      at = next;
    }
    if (at < this.#text.length) {
      const message = `the Dockerfile has more than ${MAX_INSTRUCTIONS} instructions; the rest was not read`;
      this.#diagnostics.push(diagnosticAt(this.#source, at, { code: 'limit', message }));
    }
    return { instructions, comments: this.#comments, diagnostics: this.#diagnostics };
  }

  #line(start: number): Line {
    const found = this.#text.indexOf('\n', start);
    const next = found === -1 ? this.#text.length : found + 1;
    let end = found === -1 ? this.#text.length : found;
    if (end > start && this.#text.charCodeAt(end - 1) === 13) end--;
    return { start, end, next };
  }

  #isBlank({ start, end }: Line): boolean {
    return this.#text.slice(start, end).trim() === '';
  }

  #takeComment({ start, end }: Line): boolean {
    const line = this.#text.slice(start, end);
    const at = line.search(/\S/);
    if (line[at] !== '#') return false;
    this.#comments.push({ start: start + at, end, text: line.slice(at + 1) });
    return true;
  }

  /** The line with those it goes on with; comments and blank lines between them are no part of it. */
  #join(first: Line): Joined {
    let text = '';
    const offsets: number[] = [];
    let line = first;
    for (;;) {
      const content = this.#text.slice(line.start, line.end);
      const trimmed = content.trimEnd();
      const goesOn = trimmed.endsWith(this.#escape);
      const kept = goesOn ? trimmed.slice(0, -1) : content;
      for (let index = 0; index < kept.length; index++) offsets.push(line.start + index);
      text += kept;
      if (!goesOn || line.next >= this.#text.length) return { text, offsets, end: line.start + trimmed.length, next: line.next };
      line = this.#line(line.next);
      while (line.next < this.#text.length && (this.#isBlank(line) || this.#takeComment(line))) line = this.#line(line.next);
    }
  }

  #instruction(joined: Joined): { readonly instruction: Instruction | null; readonly next: number } {
    const head = /^\s*([A-Za-z]+)(?=\s|$)/.exec(joined.text);
    const keyword = head?.[1]?.toUpperCase() ?? '';
    const start = joined.offsets[head ? head[0].length - keyword.length : 0] ?? joined.end;
    if (!KEYWORDS.has(keyword)) {
      const word = joined.text.trim().split(/\s/)[0] ?? '';
      this.#diagnostics.push(
        diagnosticAt(this.#source, start, { code: 'dockerfile-syntax', message: `"${word.slice(0, 40)}" is no instruction` }),
      );
      return { instruction: null, next: joined.next };
    }
    const all = wordsOf(joined, head?.[0].length ?? 0, this.#escape);
    const flags = new Map<string, Word>();
    let first = 0;
    for (; first < all.length && /^--[a-z]/i.test(all[first]?.text ?? ''); first++) {
      const word = all[first];
      const [, name = '', value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(word?.text ?? '') ?? [];
      if (word) flags.set(name.toLowerCase(), { ...word, text: value });
    }
    const words = all.slice(first);
    const from = words[0] ? joined.offsets.indexOf(words[0].start) : joined.text.length;
    const text = joined.text.slice(from === -1 ? joined.text.length : from).trim();
    const { bodies, next, end } = WITH_HEREDOCS.has(keyword)
      ? this.#heredocs(joined, text)
      : { bodies: [], next: joined.next, end: joined.end };
    return {
      instruction: {
        keyword,
        range: { source: this.#source, start, end: Math.max(start, end) },
        flags,
        text,
        words,
        json: jsonWords(joined, from === -1 ? 0 : from),
        heredocs: bodies,
      },
      next,
    };
  }

  #heredocs(joined: Joined, text: string): { readonly bodies: readonly string[]; readonly next: number; readonly end: number } {
    const bodies: string[] = [];
    let { next, end } = joined;
    for (const [, dash, , name = ''] of text.matchAll(/(?:^|[\s;&|(])<<(-?)(["']?)([A-Za-z_]\w*)\2/g)) {
      const from = next;
      let body = '';
      for (;;) {
        if (next >= this.#text.length) {
          this.#diagnostics.push(
            diagnosticAt(this.#source, Math.min(from, this.#text.length), {
              code: 'dockerfile-syntax',
              message: `the heredoc "${name}" has no end`,
            }),
          );
          break;
        }
        const line = this.#line(next);
        const content = this.#text.slice(line.start, line.end);
        ({ next, end } = line);
        if ((dash === '-' ? content.replace(/^\t+/, '') : content) === name) break;
        body += `${content}\n`;
      }
      bodies.push(body);
    }
    return { bodies, next, end };
  }
}

/** Words as the builder splits them: blanks separate, quotes keep together. */
function wordsOf({ text, offsets, end }: Joined, from: number, escape: string): readonly Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < text.length) {
    while (at < text.length && isBlank(text[at])) at++;
    if (at >= text.length) break;
    const start = at;
    let word = '';
    let quote = '';
    for (; at < text.length && (quote !== '' || !isBlank(text[at])); at++) {
      const character = text[at] ?? '';
      if (character === escape && quote !== "'" && at + 1 < text.length) word += text[++at] ?? '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      else if (character === quote) quote = '';
      else word += character;
    }
    words.push({ text: word, start: offsets[start] ?? end, end: (offsets[at - 1] ?? end) + 1 });
  }
  return words;
}

function jsonWords({ text, offsets, end }: Joined, from: number): readonly Word[] | null {
  const rest = text.slice(from);
  if (!rest.trimStart().startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(rest);
    if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) return null;
    let at = from;
    return list.map((item) => {
      const found = text.indexOf('"', at);
      const close = closingQuote(text, found);
      at = close + 1;
      return { text: item, start: offsets[found] ?? end, end: (offsets[close] ?? end) + 1 };
    });
  } catch {
    return null; // the builder takes it for the shell form then
  }
}

function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
