/**
 * Conditions of role assignments, three-valued: attributes that are not given and operators that are not understood leave them open.
 * Source: Azure documentation, "Azure role assignment condition format and syntax", read 2026-11-22.
 */
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, both, either, negate } from '../three.ts';
import { matchesStars, scan } from '../shared/index.ts';

export interface AbacContext {
  readonly action: string;
  /** By `@Resource[Microsoft.Storage/…:name]` without spaces; undefined: not known. */
  attribute(name: string): string | undefined;
}

const MAX_CONDITION = 20_000;
const MAX_DEPTH = 60;

/** Text that is no condition: MAYBE. O(length). */
export function evaluateAbac(condition: string, context: AbacContext): Three {
  if (condition.length > MAX_CONDITION) return MAYBE;
  const tokens = tokensOf(condition);
  if (!tokens) return MAYBE;
  const reader = new Reader(tokens, context);
  const value = reader.or(0);
  return reader.isAtEnd && value !== null ? value : MAYBE;
}

const TOKENS = /\s+|([()!{},]|&&|\|\||@\w+\[[^\]\n]*\](?:<\$[^>\n]*\$>)?|'(?:[^'\n]|'')*'|[\w:.-]+)/y;

function tokensOf(text: string): readonly string[] | null {
  return scan(text, TOKENS)?.flatMap(([, token]) => token ?? []) ?? null;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #context: AbacContext;
  #at = 0;

  constructor(tokens: readonly string[], context: AbacContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Null: not understood. */
  or(depth: number): Three | null {
    if (depth > MAX_DEPTH) return null;
    let left = this.#and(depth);
    while (left !== null && this.#takes('||', 'or')) {
      const right = this.#and(depth);
      left = right === null ? null : either(left, right);
    }
    return left;
  }

  #and(depth: number): Three | null {
    let left = this.#not(depth);
    while (left !== null && this.#takes('&&', 'and')) {
      const right = this.#not(depth);
      left = right === null ? null : both(left, right);
    }
    return left;
  }

  #not(depth: number): Three | null {
    if (depth > MAX_DEPTH) return null;
    if (this.#takes('!', 'not')) {
      const value = this.#not(depth + 1);
      return value === null ? null : negate(value);
    }
    if (this.#takes('(')) {
      const value = this.or(depth + 1);
      return this.#takes(')') ? value : null;
    }
    return this.#test();
  }

  #test(): Three | null {
    const first = this.#next();
    if (first === undefined) return null;
    const word = first.toLowerCase();
    if (word === 'actionmatches' || word === 'suboperationmatches') return this.#matches(word === 'actionmatches');
    if (word === 'exists' || word === 'notexists') {
      const name = this.#next();
      if (name === undefined) return null;
      const value = this.#context.attribute(name);
      // That it is not given does not say that it is not there.
      return value === undefined ? MAYBE : word === 'exists' ? YES : NO;
    }
    if (!first.startsWith('@')) return null;
    const operator = this.#next()?.toLowerCase();
    const values = this.#values();
    if (operator === undefined || values === null) return null;
    const value = this.#context.attribute(first);
    return value === undefined ? MAYBE : compared(value, operator, values);
  }

  /** Sub-operations (`Blob.List`) are no actions of their own here: open. */
  #matches(isAction: boolean): Three | null {
    const values = this.#values();
    if (values === null) return null;
    if (!isAction) return MAYBE;
    return values.some((each) => matchesStars(each.toLowerCase(), this.#context.action.toLowerCase())) ? YES : NO;
  }

  /** `'x'`, `{'x', 'y'}`, a number, an attribute (then nobody knows). */
  #values(): readonly string[] | null {
    if (!this.#takes('{')) {
      const one = this.#next();
      return one === undefined ? null : [this.#literal(one)];
    }
    const all: string[] = [];
    do {
      const one = this.#next();
      if (one === undefined) return null;
      all.push(this.#literal(one));
    } while (this.#takes(','));
    return this.#takes('}') ? all : null;
  }

  #literal(token: string): string {
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    return token.startsWith('@') ? (this.#context.attribute(token) ?? UNKNOWN) : token;
  }

  #next(): string | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #takes(...words: readonly string[]): boolean {
    if (!words.includes(this.#tokens[this.#at]?.toLowerCase() ?? '')) return false;
    this.#at += 1;
    return true;
  }
}

/** An attribute compared with another one that is not given. */
const UNKNOWN = '\u0000';

function compared(value: string, written: string, values: readonly string[]): Three {
  if (values.includes(UNKNOWN)) return MAYBE;
  const set = /^forany(?:ofany|ofall)values:/.exec(written);
  if (written.startsWith('forall') || (set && written.includes('ofall'))) return MAYBE;
  const operator = written.replace(/^foranyofanyvalues:/, '');
  const isNegated = /^(?:string|bool|guid|numeric|datetime|ip)not/.test(operator);
  const test = tests[operator.replace(/^(string|bool|guid|numeric|datetime|ip)not/, '$1')];
  if (!test) return MAYBE;
  const isOne = values.some((each) => test(value, each));
  return isOne === isNegated ? NO : YES;
}

const tests: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  stringequals: (value, wanted) => value === wanted,
  stringequalsignorecase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  stringstartswith: (value, wanted) => value.startsWith(wanted),
  stringstartswithignorecase: (value, wanted) => value.toLowerCase().startsWith(wanted.toLowerCase()),
  stringlike: (value, wanted) => matchesStars(wanted, value),
  stringlikeignorecase: (value, wanted) => matchesStars(wanted.toLowerCase(), value.toLowerCase()),
  boolequals: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  guidequals: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  numericequals: (value, wanted) => Number(value) === Number(wanted),
  numericlessthan: (value, wanted) => Number(value) < Number(wanted),
  numericlessthanequals: (value, wanted) => Number(value) <= Number(wanted),
  numericgreaterthan: (value, wanted) => Number(value) > Number(wanted),
  numericgreaterthanequals: (value, wanted) => Number(value) >= Number(wanted),
  datetimeequals: (value, wanted) => Date.parse(value) === Date.parse(wanted),
  datetimelessthan: (value, wanted) => Date.parse(value) < Date.parse(wanted),
  datetimelessthanequals: (value, wanted) => Date.parse(value) <= Date.parse(wanted),
  datetimegreaterthan: (value, wanted) => Date.parse(value) > Date.parse(wanted),
  datetimegreaterthanequals: (value, wanted) => Date.parse(value) >= Date.parse(wanted),
};
