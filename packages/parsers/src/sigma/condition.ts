/** Conditions: `selection and not 1 of filter_*`. Weakest to strongest: or, and, not, x of, parentheses. */
import type { SigmaCondition } from '@kumomori/model';
import { SigmaError, shown } from './fields.ts';

/** Conditions are some words long; what is longer or nests deeper is an attack on the reader. */
const MAX_TOKENS = 2000;
const MAX_DEPTH = 100;
const TOKEN = /\s*([()|]|[^\s()|]+)/y;
const OPERATORS = new Set(['and', 'or', 'not', 'of']);

export interface ConditionScope {
  /** All search identifiers of the document (rules of a correlation). */
  readonly names: readonly string[];
  readonly line: number;
  /** What the names are, for messages. */
  readonly what: 'selection' | 'rule';
}

/** Throws SigmaError for what is no condition over these names. */
export function parseCondition(text: string, scope: ConditionScope): SigmaCondition {
  return new ConditionParser(tokensOf(text, scope.line), scope).parse();
}

function tokensOf(text: string, line: number): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    if (tokens.push(match[1] ?? '') > MAX_TOKENS) throw new SigmaError(`the condition has more than ${MAX_TOKENS} words`, line);
  }
  if (tokens.length === 0) throw new SigmaError('the condition is empty', line);
  return tokens;
}

class ConditionParser {
  readonly #tokens: readonly string[];
  readonly #scope: ConditionScope;
  #at = 0;

  constructor(tokens: readonly string[], scope: ConditionScope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  parse(): SigmaCondition {
    const condition = this.#chain('or', 0);
    const left = this.#tokens[this.#at];
    if (left === '|') throw this.#pipe();
    if (left !== undefined) throw this.#error(`the condition does not go on with "${shown(left)}"`);
    return condition;
  }

  #error(message: string): SigmaError {
    return new SigmaError(message, this.#scope.line);
  }

  #pipe(): SigmaError {
    return this.#error('the condition aggregates with "|", which Sigma 2 does not have: write a correlation (event_count, value_count …)');
  }

  #word(offset = 0): string {
    return (this.#tokens[this.#at + offset] ?? '').toLowerCase();
  }

  #chain(kind: 'and' | 'or', depth: number): SigmaCondition {
    if (depth > MAX_DEPTH) throw this.#error(`the condition nests deeper than ${MAX_DEPTH}`);
    const next = (): SigmaCondition => (kind === 'or' ? this.#chain('and', depth) : this.#negation(depth));
    const parts = [next()];
    while (this.#word() === kind) {
      this.#at++;
      parts.push(next());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind, parts };
  }

  #negation(depth: number): SigmaCondition {
    let negations = 0;
    while (this.#word() === 'not' && this.#word(1) !== 'of') {
      this.#at++;
      negations++;
    }
    const part = this.#unit(depth);
    if (negations === 0) return part;
    return negations % 2 === 1 ? { kind: 'not', part } : { kind: 'not', part: { kind: 'not', part } };
  }

  #unit(depth: number): SigmaCondition {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw this.#error('the condition ends too early');
    if (token === '(') {
      const inner = this.#chain('or', depth + 1);
      if (this.#tokens[this.#at] === '|') throw this.#pipe();
      if (this.#tokens[this.#at++] !== ')') throw this.#error('a parenthesis of the condition is not closed');
      return inner;
    }
    if (this.#word() === 'of') return this.#quantity(token);
    const word = token.toLowerCase();
    if (token === ')' || token === '|' || OPERATORS.has(word)) throw this.#error(`the condition has "${token}" where a name has to be`);
    if (word === 'near') throw this.#error('"near" is not part of Sigma 2: write a temporal correlation');
    if (token.includes('*')) throw this.#error(`"${shown(token)}" needs "1 of" or "all of" before it`);
    const { names, what } = this.#scope;
    if (names.includes(token)) return { kind: 'name', name: token };
    throw this.#error(
      word === 'them'
        ? '"them" needs "1 of" or "all of" before it'
        : `the condition names the ${what} "${shown(token)}", which is not there`,
    );
  }

  #quantity(count: string): SigmaCondition {
    const word = count.toLowerCase();
    if (word !== '1' && word !== 'any' && word !== 'all')
      throw this.#error(`"${shown(count)} of" is not supported: only "1 of", "any of" and "all of"`);
    this.#at++;
    const pattern = this.#tokens[this.#at++];
    if (pattern === undefined || pattern === '(' || pattern === ')' || pattern === '|')
      throw this.#error(`a name, a pattern or "them" has to follow "${shown(count)} of"`);
    const names = this.#scope.names.filter((name) => stands(name, pattern));
    if (names.length === 0) throw this.#error(`no ${this.#scope.what} has a name like "${shown(pattern)}"`);
    return { kind: 'of', every: word === 'all', pattern, names };
  }
}

/** Names that begin with `_` only count where the pattern says so. `*` is any text, anywhere in the pattern. O(name × pattern). */
function stands(name: string, pattern: string): boolean {
  if (pattern.toLowerCase() === 'them') return !name.startsWith('_');
  if (name.startsWith('_') && !pattern.startsWith('_')) return false;
  const pieces = pattern.split('*');
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return name === pattern;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found === -1 || found + piece.length > name.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}
