/** Bicep into statements: parameters, variables, resources, modules. What is not understood is passed over up to the next statement. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { BicepExpression, BicepNamed, BicepProperty, BicepResource, ParsedBicep } from './ast.ts';
import type { Token } from './tokens.ts';
import { readTokens } from './tokens.ts';

const MAX_DEPTH = 100;
const OPERATORS: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Never throws. O(length). */
export function parseBicep(source: Source): ParsedBicep {
  const { tokens, comments, diagnostics } = readTokens(source);
  const parser = new Parser(source, tokens, diagnostics);
  return { ...parser.file(), comments, diagnostics: parser.diagnostics };
}

class Parser {
  readonly diagnostics: Diagnostic[];
  readonly #source: Source;
  #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(source: Source, tokens: readonly Token[], diagnostics: readonly Diagnostic[]) {
    this.#source = source;
    this.#tokens = tokens;
    this.diagnostics = [...diagnostics];
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }

  file(): Omit<ParsedBicep, 'comments' | 'diagnostics'> {
    const parameters: BicepNamed[] = [];
    const outputs: BicepNamed[] = [];
    const variables: ParsedBicep['variables'][number][] = [];
    const resources: BicepResource[] = [];
    let using: string | null = null;
    let isSecure = false;
    while (this.#next.kind !== 'end') {
      const word = this.#next;
      if (word.kind === 'newline') {
        this.#at++;
        continue;
      }
      if (word.text === '@') {
        isSecure = this.#decorator() || isSecure;
        continue;
      }
      const from = this.#at;
      if (word.text === 'param' || word.text === 'output') {
        const named = this.#named(isSecure);
        if (named) (word.text === 'param' ? parameters : outputs).push(named);
      } else if (word.text === 'var') {
        const variable = this.#variable();
        if (variable) variables.push(variable);
      } else if (word.text === 'resource' || word.text === 'module') {
        const resource = this.#resource();
        if (resource) resources.push(resource);
      } else if (word.text === 'using') {
        this.#at++;
        using = this.#next.kind === 'string' ? this.#next.text : null;
      } else if (!['type', 'func', 'import', 'metadata', 'targetScope', 'extension', 'provider', 'assert'].includes(word.text)) {
        this.#report(word, `"${word.text.slice(0, 40)}" begins no statement`);
      }
      isSecure = false;
      if (this.#at === from) this.#at++;
      this.#toNextStatement();
    }
    return { parameters, outputs, variables, resources, using };
  }

  #report(token: Token, message: string): void {
    if (this.diagnostics.length < 20) this.diagnostics.push(diagnosticAt(this.#source, token.start, { code: 'bicep-syntax', message }));
  }

  /** Behind the line break that no bracket keeps open. */
  #toNextStatement(): void {
    let open = 0;
    for (; this.#next.kind !== 'end'; this.#at++) {
      const { kind, text } = this.#next;
      if (kind === 'sign' && (text === '{' || text === '(' || text === '[' || text === '[?')) open++;
      else if (kind === 'sign' && (text === '}' || text === ')' || text === ']')) open = Math.max(0, open - 1);
      else if (kind === 'newline' && open === 0) return void this.#at++;
    }
  }

  /** `@secure()` is what matters. */
  #decorator(): boolean {
    this.#at++;
    let isSecure = false;
    let open = 0;
    for (; this.#next.kind !== 'end'; this.#at++) {
      const { kind, text } = this.#next;
      if (kind === 'name' && text === 'secure') isSecure = true;
      if (text === '(' || text === '{' || text === '[') open++;
      else if (text === ')' || text === '}' || text === ']') open--;
      else if (kind === 'newline' && open <= 0) break;
    }
    return isSecure;
  }

  /** `param NAME TYPE = VALUE`, `output NAME TYPE = VALUE` */
  #named(isSecure: boolean): BicepNamed | null {
    this.#at++;
    const name = this.#next;
    if (name.kind !== 'name') return null;
    this.#at++;
    const type = this.#next.text;
    // The type ends at `=` or at the end of the line.
    let open = 0;
    for (; this.#next.kind !== 'end'; this.#at++) {
      const { kind, text } = this.#next;
      if (text === '{' || text === '(' || text === '[') open++;
      else if (text === '}' || text === ')' || text === ']') open--;
      else if (open === 0 && (kind === 'newline' || text === '=')) break;
    }
    const value = this.#take('=') ? this.#expression() : null;
    return { name: name.text, type, value, isSecure, start: name.start, end: name.end };
  }

  #variable(): ParsedBicep['variables'][number] | null {
    this.#at++;
    const name = this.#next;
    if (name.kind !== 'name') return null;
    this.#at++;
    // `var x type = …` of newer versions
    while (this.#next.kind === 'name') this.#at++;
    return this.#take('=') ? { name: name.text, value: this.#expression() } : null;
  }

  #resource(): BicepResource | null {
    const isModule = this.#next.text === 'module';
    this.#at++;
    const symbol = this.#next;
    if (symbol.kind !== 'name') return null;
    this.#at++;
    const type = this.#next;
    if (type.kind !== 'string') {
      this.#report(type, `the type of "${symbol.text}" is missing`);
      return null;
    }
    this.#at++;
    const isExisting = this.#next.text === 'existing';
    if (isExisting) this.#at++;
    if (!this.#take('=')) return null;
    this.#skipBreaks();
    return { symbol: symbol.text, type: type.text, isExisting, isModule, body: this.#body(), start: type.start, end: type.end };
  }

  /** `{ … }`, `if (test) { … }`, `[for x in list: …]` */
  #body(): BicepExpression {
    const { start } = this.#next;
    if (this.#next.text !== 'if' || this.#next.kind !== 'name') return this.#expression();
    this.#at++;
    const test = this.#expression();
    this.#skipBreaks();
    const body = this.#expression();
    return { kind: 'guarded', test, body, start, end: body.end };
  }

  #take(sign: string): boolean {
    if (this.#next.kind !== 'sign' || this.#next.text !== sign) return false;
    this.#at++;
    return true;
  }

  #skipBreaks(): void {
    while (this.#next.kind === 'newline') this.#at++;
  }

  #expression(): BicepExpression {
    const { start } = this.#next;
    if (this.#depth > MAX_DEPTH) {
      this.#report(this.#next, 'the expression is nested too deep');
      this.#at = this.#tokens.length - 1;
      return { kind: 'unsupported', start, end: start };
    }
    this.#depth++;
    let expression = this.#binary(0);
    if (this.#peekPastBreaks('?')) {
      this.#skipBreaks();
      this.#at++;
      this.#skipBreaks();
      const yes = this.#expression();
      this.#skipBreaks();
      const isWhole = this.#take(':');
      this.#skipBreaks();
      // Not `yes` again: a value used twice at every level doubles what is written of it.
      const no: BicepExpression = isWhole ? this.#expression() : { kind: 'unsupported', start: yes.end, end: yes.end };
      expression = { kind: 'condition', test: expression, yes, no, start, end: no.end };
    }
    this.#depth--;
    return expression;
  }

  /** A condition may go on in the next line. */
  #peekPastBreaks(sign: string): boolean {
    let at = this.#at;
    while (this.#tokens[at]?.kind === 'newline') at++;
    return this.#tokens[at]?.kind === 'sign' && this.#tokens[at]?.text === sign;
  }

  #binary(level: number): BicepExpression {
    const operators = OPERATORS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    while (this.#next.kind === 'sign' && operators.includes(this.#next.text)) {
      const operator = this.#next.text;
      this.#at++;
      this.#skipBreaks();
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  #unary(): BicepExpression {
    const { kind, text, start } = this.#next;
    if (kind === 'sign' && (text === '!' || text === '-') && this.#depth <= MAX_DEPTH) {
      this.#at++;
      this.#depth++;
      const of = this.#unary();
      this.#depth--;
      return { kind: 'unary', operator: text, of, start, end: of.end };
    }
    return this.#postfix(this.#primary());
  }

  #postfix(from: BicepExpression): BicepExpression {
    let expression = from;
    for (;;) {
      const { kind, text } = this.#next;
      if (kind !== 'sign') return expression;
      if (text === '.' || text === '.?' || text === '::') {
        this.#at++;
        this.#take('?');
        const name = this.#next;
        this.#at++;
        expression =
          this.#next.text === '('
            ? this.#call(name.text, expression, expression.start)
            : { kind: 'member', of: expression, name: name.text, start: expression.start, end: name.end };
      } else if (text === '[' || text === '[?') {
        this.#at++;
        const index = this.#expression();
        const { end } = this.#next;
        this.#take(']');
        expression = { kind: 'index', of: expression, index, start: expression.start, end };
      } else if (text === '!') this.#at++;
      else return expression;
    }
  }

  #call(name: string, of: BicepExpression | null, start: number): BicepExpression {
    this.#at++;
    const args: BicepExpression[] = [];
    this.#skipBreaks();
    while (this.#next.kind !== 'end' && this.#next.text !== ')') {
      const from = this.#at;
      args.push(this.#expression());
      this.#skipBreaks();
      this.#take(',');
      this.#skipBreaks();
      if (this.#at === from) this.#at++;
    }
    const { end } = this.#next;
    this.#take(')');
    return { kind: 'call', of, name, args, start, end };
  }

  #primary(): BicepExpression {
    const token = this.#next;
    const { start, end } = token;
    this.#at++;
    switch (token.kind) {
      case 'string':
        return {
          kind: 'string',
          parts: token.parts.map((part) => ('literal' in part ? part.literal : this.#inner(part.tokens))),
          start,
          end,
        };
      case 'number':
        return { kind: 'literal', value: Number(token.text), start, end };
      case 'name':
        if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true', start, end };
        if (token.text === 'null') return { kind: 'literal', value: null, start, end };
        if (this.#next.text === '(') return this.#call(token.text, null, start);
        return this.#next.text === '=>' ? this.#lambda(start) : { kind: 'name', name: token.text, start, end };
      case 'sign':
        if (token.text === '{') return this.#object(start);
        if (token.text === '[') return this.#array(start);
        if (token.text === '(') return this.#group(start);
        break;
      default:
        this.#at--;
    }
    return { kind: 'unsupported', start, end };
  }

  #inner(tokens: readonly Token[]): BicepExpression {
    const outer = { tokens: this.#tokens, at: this.#at };
    this.#tokens = tokens;
    this.#at = 0;
    this.#skipBreaks();
    const expression = this.#expression();
    this.#tokens = outer.tokens;
    this.#at = outer.at;
    return expression;
  }

  #group(start: number): BicepExpression {
    this.#skipBreaks();
    const inner = this.#expression();
    this.#skipBreaks();
    if (this.#next.text === ',') {
      // The parameters of a lambda.
      this.#skipTo(')');
    }
    this.#take(')');
    return this.#next.text === '=>' ? this.#lambda(start) : inner;
  }

  #skipTo(sign: string): void {
    while (this.#next.kind !== 'end' && this.#next.text !== sign) this.#at++;
  }

  #lambda(start: number): BicepExpression {
    this.#at++;
    this.#skipBreaks();
    const { end } = this.#expression();
    return { kind: 'unsupported', start, end };
  }

  #object(start: number): BicepExpression {
    const properties: BicepProperty[] = [];
    const resources: BicepResource[] = [];
    for (;;) {
      while (this.#next.kind === 'newline' || this.#next.text === ',') this.#at++;
      const token = this.#next;
      if (token.kind === 'end' || token.text === '}') break;
      if (token.text === '@') {
        this.#decorator();
        continue;
      }
      const from = this.#at;
      if (token.kind === 'name' && token.text === 'resource' && this.#tokens[this.#at + 1]?.kind === 'name') {
        const resource = this.#resource();
        if (resource) resources.push(resource);
      } else if (token.text === '...') {
        this.#at++;
        this.#expression();
      } else {
        this.#at++;
        const isKey = token.kind === 'name' || (token.kind === 'string' && token.parts.every((part) => 'literal' in part));
        if (this.#take(':')) {
          this.#skipBreaks();
          const value = this.#body();
          if (isKey) properties.push({ key: token.text, keyStart: token.start, keyEnd: token.end, value });
        } else this.#report(token, `":" expected after "${token.text.slice(0, 40)}"`);
      }
      if (this.#at === from) this.#at++;
    }
    const { end } = this.#next;
    this.#take('}');
    return { kind: 'object', properties, resources, start, end };
  }

  #array(start: number): BicepExpression {
    this.#skipBreaks();
    if (this.#next.kind === 'name' && this.#next.text === 'for') return this.#loop(start);
    const items: BicepExpression[] = [];
    for (;;) {
      while (this.#next.kind === 'newline' || this.#next.text === ',') this.#at++;
      if (this.#next.kind === 'end' || this.#next.text === ']') break;
      const from = this.#at;
      this.#take('...');
      items.push(this.#expression());
      if (this.#at === from) this.#at++;
    }
    const { end } = this.#next;
    this.#take(']');
    return { kind: 'array', items, start, end };
  }

  /** `for item in list: body`, `for (item, index) in list: body` */
  #loop(start: number): BicepExpression {
    this.#at++;
    let index: string | null = null;
    let item = this.#next.text;
    if (this.#take('(')) {
      item = this.#next.text;
      this.#at++;
      if (this.#take(',')) {
        index = this.#next.text;
        this.#at++;
      }
      this.#take(')');
    } else this.#at++;
    if (this.#next.text === 'in') this.#at++;
    const over = this.#expression();
    this.#take(':');
    this.#skipBreaks();
    const body = this.#body();
    this.#skipBreaks();
    const { end } = this.#next;
    this.#take(']');
    return { kind: 'loop', item, index, over, body, start, end };
  }
}
