/** Reads RE2 syntax. Back references and look-around do not exist in it and are refused, which is what makes linear time possible. */
import { DIGIT, POSIX, SPACE, WORD, complement } from './syntax.ts';
import type { Assertion, ParsedRegex, Property, Ranges, RegexNode } from './syntax.ts';

/** Longest pattern, in UTF-16 code units; deepest nesting of groups; highest count in {n,m} (RE2's own limit). */
const MAX_PATTERN = 10_000;
const MAX_DEPTH = 100;
const MAX_REPEAT = 1000;

interface Flags {
  readonly foldCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly swapGreed: boolean;
}

/** Stops the reading of a pattern; caught in parseRegex and nowhere else. */
class PatternError extends Error {}

/** The tree of a pattern, or the reason why it is not one. */
export function parseRegex(pattern: string): ParsedRegex | { readonly error: string } {
  if (pattern.length > MAX_PATTERN) return { error: `the pattern is longer than ${MAX_PATTERN} characters` };
  try {
    return new Parser(pattern).parse();
  } catch (error) {
    if (error instanceof PatternError) return { error: error.message };
    throw error;
  }
}

interface Escaped {
  readonly ranges: Ranges;
  readonly properties: readonly Property[];
}

class Parser {
  readonly #characters: readonly string[];
  #at = 0;
  #flags: Flags = { foldCase: false, multiline: false, dotAll: false, swapGreed: false };
  readonly #groupNames: (string | null)[] = [null];

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  parse(): ParsedRegex {
    const root = this.#choice(0);
    if (this.#at < this.#characters.length) throw new PatternError('unexpected )');
    return { root, groupNames: this.#groupNames };
  }

  #peek(offset = 0): string {
    return this.#characters[this.#at + offset] ?? '';
  }

  #take(text: string): boolean {
    for (const [offset, character] of [...text].entries()) if (this.#peek(offset) !== character) return false;
    this.#at += [...text].length;
    return true;
  }

  #choice(depth: number): RegexNode {
    if (depth > MAX_DEPTH) throw new PatternError(`groups are nested deeper than ${MAX_DEPTH}`);
    const options = [this.#sequence(depth)];
    while (this.#take('|')) options.push(this.#sequence(depth));
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  }

  #sequence(depth: number): RegexNode {
    const items: RegexNode[] = [];
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')') {
      if (this.#take('\\Q')) {
        const quoted: RegexNode[] = [];
        while (this.#at < this.#characters.length && !this.#take('\\E')) quoted.push(this.#literal(this.#advance()));
        // A repetition behind \E belongs to the last character only.
        const last = quoted.pop();
        items.push(...quoted, ...(last ? [this.#quantified(last)] : []));
        continue;
      }
      const atom = this.#atom(depth);
      if (atom) items.push(this.#quantified(atom));
    }
    return { kind: 'sequence', items };
  }

  #advance(): string {
    return this.#characters[this.#at++] ?? '';
  }

  #literal(character: string): RegexNode {
    const codePoint = character.codePointAt(0) ?? 0;
    return { kind: 'class', ranges: [codePoint, codePoint], properties: [], negated: false, foldCase: this.#flags.foldCase };
  }

  #class(ranges: Ranges, properties: readonly Property[] = [], negated = false): RegexNode {
    return { kind: 'class', ranges, properties, negated, foldCase: this.#flags.foldCase };
  }

  /** One unit without its repetition; null for a change of flags, which is no unit. */
  #atom(depth: number): RegexNode | null {
    const character = this.#advance();
    switch (character) {
      case '.':
        return { kind: 'class', ranges: this.#flags.dotAll ? [] : [0x0a, 0x0a], properties: [], negated: true, foldCase: false };
      case '^':
        return assertion(this.#flags.multiline ? 'line-start' : 'text-start');
      case '$':
        return assertion(this.#flags.multiline ? 'line-end' : 'text-end');
      case '[':
        return this.#bracket();
      case '(':
        return this.#group(depth);
      case '*':
      case '+':
      case '?':
        throw new PatternError(`nothing before ${character} to repeat`);
      case '\\':
        return this.#escapeOutside();
      default:
        return this.#literal(character);
    }
  }

  #escapeOutside(): RegexNode {
    const letter = this.#peek();
    const assertions: Readonly<Record<string, Assertion>> = { A: 'text-start', z: 'text-end', b: 'word-boundary', B: 'not-word-boundary' };
    const found = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined;
    if (found) {
      this.#at++;
      return assertion(found);
    }
    const escaped = this.#escape();
    return this.#class(escaped.ranges, escaped.properties);
  }

  #group(depth: number): RegexNode | null {
    const outer = this.#flags;
    let index: number | null = null;
    if (this.#take('?')) {
      if (this.#take('P<') || (this.#peek() === '<' && this.#peek(1) !== '=' && this.#peek(1) !== '!' && this.#take('<')))
        index = this.#named();
      else if (this.#readFlags()) return null;
    } else {
      index = this.#groupNames.push(null) - 1;
    }
    const body = this.#choice(depth + 1);
    if (!this.#take(')')) throw new PatternError('missing )');
    this.#flags = outer;
    return index === null ? body : { kind: 'group', index, body };
  }

  #named(): number {
    let name = '';
    while (this.#at < this.#characters.length && this.#peek() !== '>') name += this.#advance();
    if (!this.#take('>') || !/^\w+$/.test(name)) throw new PatternError('invalid group name');
    if (this.#groupNames.includes(name)) throw new PatternError(`two groups are named ${name}`);
    return this.#groupNames.push(name) - 1;
  }

  /** Flags after `(?`; true when they end with `)` and so hold for the rest of the group around them. */
  #readFlags(): boolean {
    let on = true;
    for (;;) {
      const letter = this.#advance();
      if (letter === ':') return false;
      if (letter === ')') return true;
      if (letter === '-') on = false;
      else if (letter === 'i') this.#flags = { ...this.#flags, foldCase: on };
      else if (letter === 'm') this.#flags = { ...this.#flags, multiline: on };
      else if (letter === 's') this.#flags = { ...this.#flags, dotAll: on };
      else if (letter === 'U') this.#flags = { ...this.#flags, swapGreed: on };
      else throw new PatternError(`(?${letter} is not supported: look-around does not exist in this syntax`);
    }
  }

  #quantified(atom: RegexNode): RegexNode {
    const count = this.#count();
    if (!count) return atom;
    const lazy = this.#take('?');
    if (this.#count()) throw new PatternError('a repetition cannot be repeated');
    return { kind: 'repeat', body: atom, ...count, greedy: lazy === this.#flags.swapGreed };
  }

  #count(): { min: number; max: number | null } | null {
    if (this.#take('*')) return { min: 0, max: null };
    if (this.#take('+')) return { min: 1, max: null };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.#peek() !== '{') return null;
    const close = this.#characters.indexOf('}', this.#at);
    const match = close === -1 ? null : /^\{(\d+)(,(\d*))?$/.exec(this.#characters.slice(this.#at, close).join(''));
    // Braces that hold no counts are ordinary characters.
    if (!match) return null;
    this.#at = close + 1;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? null : Number(match[3]);
    if (min > MAX_REPEAT || (max ?? 0) > MAX_REPEAT) throw new PatternError(`a repetition count is above ${MAX_REPEAT}`);
    if (max !== null && max < min) throw new PatternError('a repetition ends below its start');
    return { min, max };
  }

  #bracket(): RegexNode {
    const negated = this.#take('^');
    const ranges: number[] = [];
    const properties: Property[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.#at >= this.#characters.length) throw new PatternError('missing ]');
      const low = this.#bracketItem();
      const isSingle = low.ranges.length === 2 && low.ranges[0] === low.ranges[1] && low.properties.length === 0;
      if (isSingle && this.#peek() === '-' && this.#peek(1) !== ']' && this.#peek(1) !== '') {
        this.#at++;
        const high = this.#bracketItem();
        const [from, to] = [low.ranges[0] ?? 0, high.ranges[0] ?? -1];
        if (high.ranges.length !== 2 || high.ranges[0] !== high.ranges[1] || to < from) throw new PatternError('invalid range in [ ]');
        ranges.push(from, to);
      } else {
        ranges.push(...low.ranges);
        properties.push(...low.properties);
      }
    }
    this.#at++;
    return this.#class(ranges, properties, negated);
  }

  #bracketItem(): Escaped {
    if (this.#peek() === '[' && this.#peek(1) === ':') {
      const posix = this.#posix();
      if (posix) return { ranges: posix, properties: [] };
    }
    const character = this.#advance();
    if (character === '\\') return this.#escape();
    const codePoint = character.codePointAt(0) ?? 0;
    return { ranges: [codePoint, codePoint], properties: [] };
  }

  #posix(): Ranges | null {
    const text = this.#characters.slice(this.#at, this.#at + 12).join('');
    const match = /^\[:(\^?)([a-z]+):\]/.exec(text);
    if (!match) return null;
    const ranges = Object.hasOwn(POSIX, match[2] ?? '') ? POSIX[match[2] ?? ''] : undefined;
    if (!ranges) throw new PatternError(`[:${match[2]}:] is not a class`);
    this.#at += match[0].length;
    return match[1] === '^' ? complement(ranges) : ranges;
  }

  /** What follows a backslash, in or outside brackets. */
  #escape(): Escaped {
    if (this.#at >= this.#characters.length) throw new PatternError('the pattern ends with a backslash');
    const letter = this.#advance();
    const classes: Readonly<Record<string, Ranges>> = { d: DIGIT, w: WORD, s: SPACE };
    const lower = letter.toLowerCase();
    const ranges = Object.hasOwn(classes, lower) ? classes[lower] : undefined;
    if (ranges) return { ranges: letter === lower ? ranges : complement(ranges), properties: [] };
    if (lower === 'p') return { ranges: [], properties: [this.#property(letter === 'P')] };
    const codePoint = this.#escapedCharacter(letter);
    return { ranges: [codePoint, codePoint], properties: [] };
  }

  #escapedCharacter(letter: string): number {
    const simple: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
    const found = Object.hasOwn(simple, letter) ? simple[letter] : undefined;
    if (found !== undefined) return found;
    if (letter === 'x') return this.#hexadecimal();
    // \1 to \7 are octal only when another octal digit follows; otherwise they would be back references.
    if (letter === '0' || (/[1-7]/.test(letter) && /[0-7]/.test(this.#peek()))) {
      let digits = letter;
      while (digits.length < 3 && /[0-7]/.test(this.#peek())) digits += this.#advance();
      return Number.parseInt(digits, 8);
    }
    if (/[1-9]/.test(letter)) throw new PatternError('back references do not exist in this syntax');
    if (/[A-Za-z]/.test(letter)) throw new PatternError(`unknown escape \\${letter}`);
    return letter.codePointAt(0) ?? 0;
  }

  #hexadecimal(): number {
    let digits = '';
    if (this.#take('{')) {
      while (this.#at < this.#characters.length && this.#peek() !== '}' && digits.length < 7) digits += this.#advance();
      if (!this.#take('}')) throw new PatternError('missing } after \\x{');
    } else {
      digits = this.#advance() + this.#advance();
      if (digits.length < 2) throw new PatternError('\\x needs two hexadecimal digits');
    }
    const codePoint = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    if (!(codePoint <= 0x10ffff)) throw new PatternError('invalid hexadecimal character');
    return codePoint;
  }

  #property(negated: boolean): Property {
    let name = this.#advance();
    if (name === '{') {
      name = '';
      while (this.#at < this.#characters.length && this.#peek() !== '}') name += this.#advance();
      if (!this.#take('}')) throw new PatternError('missing } after \\p{');
    }
    const inverted = name.startsWith('^');
    const plain = inverted ? name.slice(1) : name;
    const tester = /^\w{1,40}$/.test(plain) ? propertyTester(plain) : null;
    if (!tester) throw new PatternError(`unknown Unicode class ${plain.slice(0, 40)}`);
    return { test: tester, negated: negated !== inverted };
  }
}

function assertion(kind: Assertion): RegexNode {
  return { kind: 'assert', assertion: kind };
}

/** General categories (L, Lu …) and scripts (Greek …) through the platform; the name was checked to be a plain word. */
function propertyTester(name: string): ((codePoint: number) => boolean) | null {
  for (const property of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
    try {
      const regex = new RegExp(`^${property}$`, 'u');
      return (codePoint) => regex.test(String.fromCodePoint(codePoint));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}
