/** STIX 2.1 patterns → trees. AND binds more than OR, OR more than FOLLOWEDBY (STIX 2.1 §9.6.1). Never throws; linear in the text. */
import type { StixComparison, StixConstant, StixObservation, StixOperator, StixPath, StixStep } from '@kumomori/model';
import type { StixToken } from './stix-tokens.ts';
import { stixTokens } from './stix-tokens.ts';

export type StixPatternRead =
  | { readonly pattern: StixObservation; readonly error?: never }
  | { readonly pattern?: never; readonly error: { readonly at: number; readonly message: string } };

/** Longer patterns, and deeper ones, are refused. */
const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 64;
const MAX_NUMBER = 1e9;
const KEYWORDS = new Set(
  'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUPERSET ISSUBSET EXISTS IN START STOP SECONDS TRUE FALSE WITHIN REPEATS TIMES'.split(' '),
);
const TIMESTAMP = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/;

export function readStixPattern(text: string): StixPatternRead {
  if (text.length > MAX_LENGTH) return { error: { at: MAX_LENGTH, message: 'the pattern is too long' } };
  const read = stixTokens(text);
  if (!('tokens' in read)) return { error: read };
  const reader = new PatternReader(read.tokens);
  try {
    return { pattern: reader.pattern() };
  } catch (error) {
    if (error instanceof PatternFault) return { error: { at: error.at, message: error.message } };
    throw error;
  }
}

class PatternFault extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** State: the place among the words. */
class PatternReader {
  readonly #tokens: readonly StixToken[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly StixToken[]) {
    this.#tokens = tokens;
  }

  pattern(): StixObservation {
    const found = this.#observations();
    if (this.#next.kind !== 'end') this.#fail('the end of the pattern');
    return found;
  }

  get #next(): StixToken {
    const token = this.#tokens[Math.min(this.#index, this.#tokens.length - 1)];
    return token ?? { kind: 'end', text: '', at: 0 };
  }

  #fail(expected: string): never {
    const { kind, text, at } = this.#next;
    const found = kind === 'end' ? 'the end' : JSON.stringify(text.slice(0, 40));
    throw new PatternFault(at, `${expected} was expected, not ${found}`);
  }

  #take(): StixToken {
    const token = this.#next;
    this.#index++;
    return token;
  }

  #accept(kind: 'word' | 'mark', text: string): boolean {
    if (this.#next.kind !== kind || this.#next.text !== text) return false;
    this.#index++;
    return true;
  }

  #expect(kind: 'word' | 'mark', text: string): void {
    if (!this.#accept(kind, text)) this.#fail(text);
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new PatternFault(this.#next.at, 'the pattern is nested too deeply');
    const found = read();
    this.#depth--;
    return found;
  }

  #observations(): StixObservation {
    return this.#joined('FOLLOWEDBY', 'followed-by', () =>
      this.#joined('OR', 'or', () => this.#joined('AND', 'and', () => this.#observation())),
    );
  }

  #joined(word: string, op: 'and' | 'or' | 'followed-by', read: () => StixObservation): StixObservation {
    const { at } = this.#next;
    const first = read();
    const items = [first];
    while (this.#accept('word', word)) items.push(read());
    return items.length === 1 ? first : { op, items, at };
  }

  #observation(): StixObservation {
    const { at } = this.#next;
    let found: StixObservation;
    if (this.#accept('mark', '[')) {
      found = { op: 'observe', test: this.#deeper(() => this.#comparisons()), at };
      this.#expect('mark', ']');
    } else if (this.#accept('mark', '(')) {
      found = this.#deeper(() => this.#observations());
      this.#expect('mark', ')');
    } else this.#fail('[ or (');
    for (let depth = 0; ; depth++) {
      const qualified = this.#qualified(found);
      if (!qualified) return found;
      if (depth >= MAX_DEPTH) throw new PatternFault(at, 'the observation has too many qualifiers');
      found = qualified;
    }
  }

  #qualified(item: StixObservation): StixObservation | null {
    const { at } = this.#next;
    if (this.#accept('word', 'WITHIN')) {
      const seconds = this.#positive(false);
      this.#expect('word', 'SECONDS');
      return { op: 'within', item, seconds, at };
    }
    if (this.#accept('word', 'REPEATS')) {
      const times = this.#positive(true);
      this.#expect('word', 'TIMES');
      return { op: 'repeats', item, times, at };
    }
    if (!this.#accept('word', 'START')) return null;
    const start = this.#timestamp();
    this.#expect('word', 'STOP');
    const stop = this.#timestamp();
    if (stop <= start) throw new PatternFault(at, 'STOP is not after START');
    return { op: 'between', item, start, stop, at };
  }

  #positive(whole: boolean): number {
    const { kind, text } = this.#next;
    const value = Number(text);
    if (kind !== 'number' || !(value > 0) || value > MAX_NUMBER || (whole && !Number.isInteger(value))) this.#fail('a positive number');
    this.#index++;
    return value;
  }

  #timestamp(): string {
    const { kind, text } = this.#next;
    // Some producers still write the plain texts of STIX 2.0.
    if ((kind !== 'timestamp' && kind !== 'string') || !TIMESTAMP.test(text)) this.#fail("a time such as t'2026-11-20T09:00:00Z'");
    this.#index++;
    return text;
  }

  #comparisons(): StixComparison {
    return this.#joinedTests('OR', 'or', () => this.#joinedTests('AND', 'and', () => this.#comparison()));
  }

  #joinedTests(word: string, op: 'and' | 'or', read: () => StixComparison): StixComparison {
    const { at } = this.#next;
    const first = read();
    const items = [first];
    while (this.#accept('word', word)) items.push(read());
    return items.length === 1 ? first : { op, items, at };
  }

  #comparison(): StixComparison {
    const { at } = this.#next;
    if (this.#accept('mark', '(')) {
      const found = this.#deeper(() => this.#comparisons());
      this.#expect('mark', ')');
      return found;
    }
    const negatedFirst = this.#accept('word', 'NOT');
    if (this.#accept('word', 'EXISTS')) return { op: 'exists', path: this.#path(), negated: negatedFirst, at };
    if (negatedFirst) this.#fail('EXISTS');
    const path = this.#path();
    const negated = this.#accept('word', 'NOT');
    const operator = this.#operator();
    const values = operator === 'IN' ? this.#set() : [this.#constant(operator)];
    return { op: 'test', path, operator, negated, values, at };
  }

  #operator(): StixOperator {
    const { kind, text } = this.#next;
    const marks: readonly StixOperator[] = ['=', '!=', '<', '>', '<=', '>='];
    const words: readonly StixOperator[] = ['IN', 'LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'];
    const found = (kind === 'mark' ? marks : kind === 'word' ? words : []).find((each) => each === text);
    if (!found) this.#fail('an operator (=, !=, <, >, <=, >=, IN, LIKE, MATCHES, ISSUBSET, ISSUPERSET)');
    this.#index++;
    return found;
  }

  #set(): readonly StixConstant[] {
    this.#expect('mark', '(');
    const values = [this.#constant('IN')];
    while (this.#accept('mark', ',')) values.push(this.#constant('IN'));
    this.#expect('mark', ')');
    return values;
  }

  #constant(operator: StixOperator): StixConstant {
    const { kind, text, at } = this.#next;
    const needsText = operator === 'LIKE' || operator === 'MATCHES' || operator === 'ISSUBSET' || operator === 'ISSUPERSET';
    if (needsText && kind !== 'string') this.#fail(`a text after ${operator}`);
    const found = constantOf(kind, text);
    if (!found) this.#fail('a value');
    if (found.kind === 'boolean' && operator !== '=' && operator !== '!=' && operator !== 'IN')
      throw new PatternFault(at, `true and false have no order: ${operator}`);
    this.#index++;
    return found;
  }

  #path(): StixPath {
    const { kind, text: type } = this.#next;
    if (kind !== 'word' || KEYWORDS.has(type)) this.#fail('an object path such as ipv4-addr:value');
    this.#index++;
    this.#expect('mark', ':');
    const steps: StixStep[] = [this.#key()];
    for (;;) {
      if (this.#accept('mark', '.')) steps.push(this.#key());
      else if (this.#accept('mark', '[')) {
        steps.push({ index: this.#accept('mark', '*') ? '*' : this.#listIndex() });
        this.#expect('mark', ']');
      } else return { type, steps };
    }
  }

  #key(): StixStep {
    const { kind, text } = this.#next;
    if ((kind !== 'word' && kind !== 'string') || text === '') this.#fail('the name of a property');
    this.#index++;
    return { key: text };
  }

  #listIndex(): number {
    const { kind, text } = this.#take();
    if (kind !== 'number' || !/^[+-]?\d{1,9}$/.test(text)) {
      this.#index--;
      this.#fail('a place in a list or *');
    }
    return Number(text);
  }
}

function constantOf(kind: StixToken['kind'], text: string): StixConstant | null {
  switch (kind) {
    case 'string':
      return { kind, value: text };
    case 'timestamp':
      return TIMESTAMP.test(text) ? { kind, value: text } : null;
    case 'hex':
      return /^(?:[0-9a-fA-F]{2})*$/.test(text) ? { kind, value: text.toLowerCase() } : null;
    case 'binary':
      return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? { kind, value: text } : null;
    case 'number':
      return Number.isFinite(Number(text)) ? { kind, value: Number(text) } : null;
    case 'word':
      return /^true$/i.test(text) ? { kind: 'boolean', value: true } : /^false$/i.test(text) ? { kind: 'boolean', value: false } : null;
    case 'mark':
    case 'end':
      return null;
  }
}
