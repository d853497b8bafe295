/** Parts of a check file, read one by one; what is wrong becomes a diagnostic at its place. */
import type { Diagnostic, Language, MapValue, Range, Source, Text, Value } from '@kumomori/model';
import { diagnosticAt, suggest } from '@kumomori/model';
import { offsetInScalar, readCel } from '../cel/index.ts';
import { membersOf } from '../documents/index.ts';

import { words } from './words.ts';
import type { WrittenCel, WrittenName, WrittenTemplate } from './written-check.ts';

/** State of reading one file. */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];
  readonly source: Source;
  readonly #language: Language;
  /** What stands around, for parts that have no place of their own. */
  #around: Range | null = null;

  constructor(source: Source, language: Language) {
    this.source = source;
    this.#language = language;
  }

  /** Runs `read` and tells whether it found mistakes. */
  watched<T>(around: Range | null, read: () => T): { readonly result: T; readonly isSound: boolean } {
    const before = this.diagnostics.length;
    const outer = this.#around;
    this.#around = around;
    const result = read();
    this.#around = outer;
    return { result, isSound: this.diagnostics.length === before };
  }

  complain(text: Text, at: Range | number | null, code = 'check-invalid'): null {
    const offset = typeof at === 'number' ? at : ((at ?? this.#around)?.start ?? 0);
    this.diagnostics.push(diagnosticAt(this.source, offset, { code, message: text[this.#language] }));
    return null;
  }

  map(value: Value | undefined, what: string): MapValue | null {
    if (value?.kind === 'map') return value;
    return this.complain(words.noMap(what), value?.range ?? null);
  }

  list(value: Value | undefined, what: string): readonly Value[] {
    if (!value || value.kind === 'null') return [];
    if (value.kind === 'list') return value.items;
    this.complain(words.noList(what), value.range);
    return [];
  }

  /** Keys that are not known are mistakes, with spelling help. */
  knownKeys(map: MapValue, known: readonly string[]): void {
    for (const { key, keyRange } of membersOf(map)) {
      if (!known.includes(key)) this.complain(words.unknownKey(key, suggest(key, known)), keyRange);
    }
  }

  /** Null when it is missing; a mistake when it is no text. Numbers and booleans are what they are written as. */
  optionalText(value: Value | undefined, what: string): string | null {
    if (!value || value.kind === 'null') return null;
    if (value.kind === 'string') return value.value;
    if (value.kind === 'number' || value.kind === 'bool') return String(value.value);
    return this.complain(words.noText(what), value.range);
  }

  text(value: Value | undefined, what: string): string {
    const found = this.optionalText(value, what);
    if (found === null && (!value || value.kind === 'null')) this.complain(words.missing(what), null);
    else if (found?.trim() === '') this.complain(words.empty(what), value?.range ?? null);
    return found ?? '';
  }

  name(value: Value | undefined, what: string): WrittenName {
    return { name: this.text(value, what).trim(), range: value?.range ?? null };
  }

  names(value: Value | undefined, what: string): readonly WrittenName[] {
    return this.list(value, what).map((each) => this.name(each, what));
  }

  /** One text for both languages, or a text for each. */
  localized(value: Value | undefined, what: string): Text | null {
    if (!value || value.kind === 'null') return null;
    if (value.kind !== 'map') {
      const both = this.optionalText(value, what);
      return both === null ? null : { en: both.trim(), ja: both.trim() };
    }
    this.knownKeys(value, ['en', 'ja']);
    const [en, ja] = (['en', 'ja'] as const).map((language) =>
      this.optionalText(value.entries.get(language), `${what}.${language}`)?.trim(),
    );
    const either = en ?? ja;
    if (either === undefined) return this.complain(words.texts(what), value.range);
    return { en: en ?? either, ja: ja ?? either };
  }

  oneOf<T extends string>(
    value: Value | undefined,
    known: readonly T[],
    { what, otherwise }: { readonly what: string; readonly otherwise: T },
  ): T {
    if (!value || value.kind === 'null') return otherwise;
    const written = this.optionalText(value, what) ?? '';
    const found = known.find((each) => each === written);
    if (found === undefined) this.complain(words.oneOf(what, known, suggest(written, known)), value.range);
    return found ?? otherwise;
  }

  expression(value: Value | undefined, what: string): WrittenCel | null {
    if (value?.kind === 'bool') return this.#cel(String(value.value), (offset) => (value.range?.start ?? 0) + offset);
    const text = this.text(value, what);
    if (text.trim() === '' || !value) return null;
    return this.#cel(text, this.#offsets(value.range, text));
  }

  /** The sentence of one language, with its expressions. */
  template(value: Value, text: string): WrittenTemplate {
    const offsetOf = this.#offsets(value.range, text);
    const parts: (string | WrittenCel)[] = [];
    let at = 0;
    for (;;) {
      const open = text.indexOf('{{', at);
      if (open === -1) break;
      const close = text.indexOf('}}', open);
      if (close === -1) {
        this.complain(words.openTemplate(), offsetOf(open));
        break;
      }
      parts.push(text.slice(at, open));
      const cel = this.#cel(text.slice(open + 2, close), (offset) => offsetOf(open + 2 + offset));
      if (cel) parts.push(cel);
      at = close + 2;
    }
    return { parts: [...parts, text.slice(at).trimEnd()] };
  }

  #cel(text: string, offsetOf: (offset: number) => number): WrittenCel | null {
    const read = readCel(text);
    if (read.kind === 'expression') return { text, expression: read.expression, offsetOf };
    return this.complain(read.problem.message, offsetOf(read.problem.start), read.problem.code);
  }

  #offsets(range: Range | null, value: string): (offset: number) => number {
    if (!range) return () => this.#around?.start ?? 0;
    const raw = range.source.text.slice(range.start, range.end);
    return (offset) => range.start + offsetInScalar(raw, value, offset);
  }
}
