/** Search identifiers: mappings (and), lists (or), keywords. */
import type { SigmaDetection, SigmaItem, SigmaScalar, Value } from '@kumomori/model';
import type { Member } from './fields.ts';
import { SigmaError, lineOf, members, scalarOf, shown } from './fields.ts';

const MAX_DEPTH = 20;
const MAX_VALUES = 100_000;

/** What a search identifier says. Throws SigmaError. */
export function parseDetection({ key, value, line }: Member): SigmaDetection {
  return new DetectionReader(key).read(value, line, 0);
}

class DetectionReader {
  readonly #name: string;
  #count = 0;

  constructor(name: string) {
    this.#name = shown(name);
  }

  read(value: Value, line: number, depth: number): SigmaDetection {
    if (depth > MAX_DEPTH) throw new SigmaError(`the selection "${this.#name}" nests deeper than ${MAX_DEPTH}`, line);
    if (value.kind === 'map') {
      const parts = members(value, line).map((member): SigmaDetection => ({ kind: 'item', item: this.#item(member) }));
      if (parts.length === 0) throw new SigmaError(`the selection "${this.#name}" is empty`, line);
      return { kind: 'all', parts };
    }
    if (value.kind === 'list') return this.#list(value.items, line, depth);
    return { kind: 'item', item: this.#keywords([value], line) };
  }

  #list(items: readonly Value[], line: number, depth: number): SigmaDetection {
    if (items.length === 0) throw new SigmaError(`the selection "${this.#name}" is empty`, line);
    const words = items.filter((item) => item.kind !== 'map' && item.kind !== 'list');
    if (words.length === items.length) return { kind: 'item', item: this.#keywords(words, line) };
    const nested = items.filter((item) => item.kind === 'map' || item.kind === 'list');
    const parts = nested.map((item) => {
      if (item.kind === 'list') throw new SigmaError(`the selection "${this.#name}" holds a list in a list`, lineOf(item, line));
      return this.read(item, lineOf(item, line), depth + 1);
    });
    if (words.length > 0) parts.push({ kind: 'item', item: this.#keywords(words, words[0] ? lineOf(words[0], line) : line) });
    return { kind: 'any', parts };
  }

  #keywords(values: readonly Value[], line: number): SigmaItem {
    return { field: null, modifiers: [], values: values.map((value) => this.#scalar(value, line)), line };
  }

  #item({ key, value, line }: Member): SigmaItem {
    const [field = '', ...modifiers] = key.split('|').map((part) => part.trim());
    if (modifiers.includes('')) throw new SigmaError(`"${shown(key)}" has an empty modifier`, line);
    if (field === '' && modifiers.length === 0) throw new SigmaError(`the selection "${this.#name}" has a key without a name`, line);
    if (value.kind === 'map') throw new SigmaError(`"${shown(key)}" holds a mapping; a value or a list of values has to be there`, line);
    const items = value.kind === 'list' ? value.items : [value];
    if (items.length === 0) throw new SigmaError(`"${shown(key)}" has an empty list of values`, line);
    const values = items.flatMap((item) => {
      const scalar = this.#scalar(item, line);
      const spelled = modifiers.length === 0 ? decimalAsWritten(item) : null;
      return spelled === null ? [scalar] : [scalar, spelled];
    });
    return { field: field === '' ? null : field, modifiers, values, line };
  }

  #scalar(value: Value, line: number): SigmaScalar {
    if (++this.#count > MAX_VALUES) throw new SigmaError(`the selection "${this.#name}" has more than ${MAX_VALUES} values`, line);
    const found = scalarOf(value);
    if (!found) throw new SigmaError(`the selection "${this.#name}" holds a mapping or list where a value has to be`, lineOf(value, line));
    return found.scalar;
  }
}

/** `1.10` as a text too: versions are written like numbers and are none. Null where the number reads the same. */
function decimalAsWritten(value: Value): string | null {
  if (value.kind !== 'number' || !value.range) return null;
  const text = value.range.source.text.slice(value.range.start, value.range.end);
  return /^-?\d+\.\d+$/.test(text) && text !== String(value.value) ? text : null;
}
