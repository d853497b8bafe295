/**
 * The part of CEL that IAM conditions use, three-valued: what is not given or not understood makes the condition open, never true or false.
 * Source: IAM documentation, "Attribute reference for IAM Conditions", read 2026-11-22.
 */
import type { Three } from '../three.ts';
import { scan } from '../shared/index.ts';
import { MAYBE, NO, YES, both, either, negate } from '../three.ts';

export interface CelContext {
  /** `request.time` and the like; undefined: not known. */
  attribute(path: string): string | undefined;
  /** A tag's value; null: the resource has no such tag; undefined: not known. */
  tag(key: string): string | null | undefined;
}

type Scalar = string | number | boolean;
/** Undefined: nobody knows. */
type Result = Scalar | readonly Scalar[] | { readonly time: number } | undefined;

interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'sign' | 'end';
  readonly text: string;
}

const MAX_EXPRESSION = 20_000;
const MAX_DEPTH = 60;

/** Is the expression true? Text that is no such expression: MAYBE. O(length). */
export function evaluateCel(expression: string, context: CelContext): Three {
  if (expression.length > MAX_EXPRESSION) return MAYBE;
  const tokens = tokensOf(expression);
  if (!tokens) return MAYBE;
  const parser = new Parser(tokens, context);
  try {
    const value = parser.whole();
    return asThree(value);
  } catch (error) {
    if (error instanceof NotUnderstood) return MAYBE;
    throw error;
  }
}

class NotUnderstood extends Error {}

function asThree(value: Result | Truth): Three {
  if (isThree(value)) return value.three;
  return typeof value === 'boolean' ? (value ? YES : NO) : MAYBE;
}

/** A truth value in the making, so that `unknown || true` is true. */
interface Truth {
  readonly three: Three;
}
type Term = Result | Truth;

function isThree(value: Term): value is Truth {
  return typeof value === 'object' && 'three' in value;
}

const TOKENS = /\s+|([A-Za-z_]\w*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(\d+(?:\.\d+)?)|(&&|\|\||==|!=|<=|>=|[<>!()[\],.?:+-])/y;

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const matches = scan(text, TOKENS);
  if (!matches) return null;
  for (const match of matches) {
    const [, name, string, number, sign] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unescaped(string.slice(1, -1)) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_all, character: string) => (character === 'n' ? '\n' : character === 't' ? '\t' : character));
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #context: CelContext;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], context: CelContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  whole(): Term {
    const value = this.#or();
    if (this.#peek().kind !== 'end') throw new NotUnderstood();
    return value;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'sign' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #needs(text: string): void {
    if (!this.#takes(text)) throw new NotUnderstood();
  }

  #or(): Term {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new NotUnderstood();
    let left = this.#and();
    while (this.#takes('||')) left = { three: either(asThree(left), asThree(this.#and())) };
    this.#depth -= 1;
    return left;
  }

  #and(): Term {
    let left = this.#comparison();
    while (this.#takes('&&')) left = { three: both(asThree(left), asThree(this.#comparison())) };
    return left;
  }

  #comparison(): Term {
    const left = this.#unary();
    for (const sign of ['==', '!=', '<=', '>=', '<', '>']) if (this.#takes(sign)) return compared(left, sign, this.#unary());
    const token = this.#peek();
    if (token.kind !== 'name' || token.text !== 'in') return left;
    this.#at += 1;
    const right = this.#unary();
    if (left === undefined || isThree(left) || typeof left === 'object' || !Array.isArray(right)) return undefined;
    return (right as readonly Scalar[]).includes(left);
  }

  #unary(): Term {
    if (!this.#takes('!')) return this.#postfix();
    return { three: negate(asThree(this.#unary())) };
  }

  #postfix(): Term {
    let value = this.#primary();
    while (this.#takes('.')) {
      const name = this.#name();
      value = this.#takes('(') ? method(value, name, this.#arguments()) : undefined;
    }
    return value;
  }

  #primary(): Term {
    if (this.#takes('(')) {
      const value = this.#or();
      this.#needs(')');
      return value;
    }
    if (this.#takes('[')) return this.#list();
    const token = this.#peek();
    this.#at += 1;
    if (token.kind === 'string') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind !== 'name') throw new NotUnderstood();
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (this.#takes('(')) return call(token.text, this.#arguments());
    return this.#path(token.text);
  }

  /** `resource.name`, `request.time`; a name before a bracket is a method of it. */
  #path(first: string): Term {
    let path = first;
    while (this.#peek().text === '.' && this.#tokens[this.#at + 1]?.kind === 'name' && this.#tokens[this.#at + 2]?.text !== '(') {
      this.#at += 1;
      path += `.${this.#name()}`;
    }
    if (path === 'resource' && this.#peek().text === '.') {
      this.#at += 1;
      return this.#tagTest(this.#name());
    }
    const value = this.#context.attribute(path);
    if (value === undefined) return undefined;
    return path === 'request.time' ? timeOf(value) : value;
  }

  #tagTest(name: string): Term {
    this.#needs('(');
    const [key, value] = this.#arguments();
    const known = typeof key === 'string' ? this.#context.tag(key) : undefined;
    if (known === undefined) return undefined;
    if (name === 'matchTag') return known === value;
    return name === 'hasTagKey' ? known !== null : undefined;
  }

  #list(): Term {
    const items: Term[] = [];
    if (this.#takes(']')) return [];
    do items.push(this.#or());
    while (this.#takes(','));
    this.#needs(']');
    return items.every((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean') ? items : undefined;
  }

  #arguments(): readonly Term[] {
    if (this.#takes(')')) return [];
    const all: Term[] = [];
    do all.push(this.#or());
    while (this.#takes(','));
    this.#needs(')');
    return all;
  }

  #name(): string {
    const token = this.#peek();
    if (token.kind !== 'name') throw new NotUnderstood();
    this.#at += 1;
    return token.text;
  }
}

function timeOf(text: string): Term {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : { time };
}

function call(name: string, [argument]: readonly Term[]): Term {
  if (name === 'timestamp' && typeof argument === 'string') return timeOf(argument);
  return name === 'string' && typeof argument === 'string' ? argument : undefined;
}

function method(value: Term, name: string, [first]: readonly Term[]): Term {
  if (typeof value === 'string' && typeof first === 'string') {
    if (name === 'startsWith') return value.startsWith(first);
    if (name === 'endsWith') return value.endsWith(first);
    if (name === 'contains') return value.includes(first);
    if (name === 'extract') return extracted(value, first);
  }
  if (typeof value === 'object' && 'time' in value) return partOfTime(value.time, name, first);
  return undefined;
}

/** `"/orders/{name}/"` takes the text between; empty when the text does not look like that. */
function extracted(value: string, template: string): string {
  const match = /^([^{]*)\{\w+\}(.*)$/s.exec(template);
  if (!match) return '';
  const [, before = '', after = ''] = match;
  const start = value.indexOf(before);
  if (start === -1) return '';
  const from = start + before.length;
  const end = after === '' ? value.length : value.indexOf(after, from);
  return end === -1 ? '' : value.slice(from, end);
}

/** In UTC only: of other time zones the answer is open. */
function partOfTime(time: number, name: string, zone: Term): Term {
  if (zone !== undefined && zone !== 'UTC' && zone !== 'Etc/UTC') return undefined;
  const date = new Date(time);
  if (name === 'getFullYear') return date.getUTCFullYear();
  if (name === 'getMonth') return date.getUTCMonth();
  if (name === 'getDayOfWeek') return date.getUTCDay();
  if (name === 'getDate') return date.getUTCDate();
  return name === 'getHours' ? date.getUTCHours() : undefined;
}

function compared(left: Term, sign: string, right: Term): Term {
  const [one, other] = [comparable(left), comparable(right)];
  if (one === undefined || other === undefined || typeof one !== typeof other) return undefined;
  switch (sign) {
    case '==':
      return one === other;
    case '!=':
      return one !== other;
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    default:
      return one >= other;
  }
}

function comparable(value: Term): Scalar | undefined {
  if (value === undefined || Array.isArray(value)) return undefined;
  if (typeof value !== 'object') return value;
  if ('time' in value) return value.time;
  return 'three' in value && value.three !== MAYBE ? value.three === YES : undefined;
}
