/** The library's tree → ours: chains of `&&` and `||` become one node, macros are told apart from calls, negative numbers are literals. */
import type { CelBinaryOperator, CelExpr, CelLiteral, CelMacro, CelProblem } from '@kumomori/model';
import { celNamespaces } from '@kumomori/model';
import type { ASTNode } from '@marcbachmann/cel-js';

export class NestedTooDeep extends Error {}

export class WrongMacro extends Error {
  readonly start: number;
  readonly end: number;
  readonly text: CelProblem['message'];
  constructor({ start, end }: Pick<ASTNode, 'start' | 'end'>, text: CelProblem['message']) {
    super(text.en);
    this.start = start;
    this.end = end;
    this.text = text;
  }
}

export interface ConvertedCel {
  readonly expression: CelExpr;
  readonly nodes: number;
}

/** Throws {@link NestedTooDeep} and {@link WrongMacro}. O(nodes). */
export function convertCel(tree: ASTNode, text: string, maxDepth: number): ConvertedCel {
  const converter = new Converter(text, maxDepth);
  const expression = converter.convert(tree, 0);
  return { expression, nodes: converter.nodes };
}

const MAX_INT = 2n ** 63n - 1n;
const macros: ReadonlyMap<string, CelMacro> = new Map<string, CelMacro>([
  ['all', 'all'],
  ['exists', 'exists'],
  ['exists_one', 'exists_one'],
  ['existsOne', 'exists_one'],
  ['filter', 'filter'],
  ['map', 'map'],
  ['transformList', 'transformList'],
  ['transformMap', 'transformMap'],
  ['optMap', 'optMap'],
  ['optFlatMap', 'optFlatMap'],
]);

class Converter {
  nodes = 0;
  readonly #text: string;
  readonly #maxDepth: number;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  convert(node: ASTNode, depth: number): CelExpr {
    if (depth > this.#maxDepth) throw new NestedTooDeep();
    this.nodes += 1;
    const { start, end } = node;
    const inner = (each: ASTNode): CelExpr => this.convert(each, depth + 1);
    switch (node.op) {
      case 'value':
        return { kind: 'literal', value: literalOf(node, node.args), start, end };
      case 'id':
        return { kind: 'name', name: node.args, start, end };
      case '.':
      case '.?': {
        const [of, field] = node.args;
        return { kind: 'select', of: inner(of), field, optional: node.op === '.?', fieldAt: node.pos, start, end };
      }
      case '[]':
      case '[?]':
        return { kind: 'index', of: inner(node.args[0]), index: inner(node.args[1]), optional: node.op === '[?]', start, end };
      case 'call':
        return this.#call(node, { name: node.args[0], receiver: null, args: node.args[1] }, depth);
      case 'rcall':
        return this.#call(node, { name: node.args[0], receiver: node.args[1], args: node.args[2] }, depth);
      case '&&':
      case '||':
        return { kind: node.op === '&&' ? 'and' : 'or', operands: chain(node).map(inner), start, end };
      case '!_':
        return { kind: 'not', operand: inner(node.args), start, end };
      case '-_': {
        const negative = negativeLiteral(node.args);
        return negative === null
          ? { kind: 'negate', operand: inner(node.args), start, end }
          : { kind: 'literal', value: negative, start, end };
      }
      case '?:': {
        const [test, yes, no] = node.args;
        return { kind: 'conditional', test: inner(test), yes: inner(yes), no: inner(no), start, end };
      }
      case 'list':
        return { kind: 'list', items: node.args.map(inner), start, end };
      case 'map':
        return { kind: 'map', entries: node.args.map(([key, value]) => [inner(key), inner(value)] as const), start, end };
      default: {
        const operator: CelBinaryOperator = node.op;
        return { kind: 'binary', operator, left: inner(node.args[0]), right: inner(node.args[1]), start, end };
      }
    }
  }

  #call(node: ASTNode, call: LibraryCall, depth: number): CelExpr {
    const { start, end } = node;
    const inner = (each: ASTNode): CelExpr => this.convert(each, depth + 1);
    const { name, receiver, args } = call;
    if (receiver === null && name === 'has') return this.#has(node, args, inner);
    if (receiver === null) return { kind: 'call', name, nameAt: start, receiver: null, args: args.map(inner), start, end };
    const nameAt = this.#nameAt(receiver, name);
    if (receiver.op === 'id' && celNamespaces.includes(receiver.args)) {
      if (receiver.args === 'cel' && name === 'bind') {
        const [variable, value, body] = args;
        if (variable?.op !== 'id' || !value || !body) throw wrongMacro(node, 'cel.bind(x, value, expression)');
        return { kind: 'bind', variable: variable.args, value: inner(value), body: inner(body), start, end };
      }
      return { kind: 'call', name: `${receiver.args}.${name}`, nameAt: receiver.start, receiver: null, args: args.map(inner), start, end };
    }
    const macro = macros.get(name);
    if (macro) return this.#macro(node, { macro, name, receiver, args }, inner);
    return { kind: 'call', name, nameAt, receiver: inner(receiver), args: args.map(inner), start, end };
  }

  #has(node: ASTNode, args: readonly ASTNode[], inner: (each: ASTNode) => CelExpr): CelExpr {
    const { start, end } = node;
    const [only] = args;
    if (args.length === 1 && only?.op === '.') {
      return { kind: 'has', of: inner(only.args[0]), field: only.args[1], fieldAt: only.pos, start, end };
    }
    throw wrongMacro(node, 'has(a.b)');
  }

  #macro(node: ASTNode, call: MacroCall, inner: (each: ASTNode) => CelExpr): CelExpr {
    const { start, end } = node;
    const { macro, name, receiver, args } = call;
    const variables = variablesOf(macro, args);
    const rest = args.slice(variables.length);
    const usage = usages[macro];
    if (variables.length === 0 || rest.length === 0 || rest.length > (mapsAlso(macro) ? 2 : 1))
      throw wrongMacro(node, usage.replace(macro, name));
    if (variables.length === 2 && variables[0] === variables[1]) throw wrongMacro(node, usage.replace(macro, name));
    const over = inner(receiver);
    const [first, second] = rest.map(inner);
    const base = { kind: 'comprehension', macro, over, variables, start, end } as const;
    if (!first) throw wrongMacro(node, usage);
    if (mapsAlso(macro)) return second ? { ...base, condition: first, result: second } : { ...base, condition: null, result: first };
    if (macro === 'optMap' || macro === 'optFlatMap') return { ...base, condition: null, result: first };
    return { ...base, condition: first, result: null };
  }

  /** The library does not tell where the name of a method stands: after the receiver, brackets and a dot. */
  #nameAt(receiver: ASTNode, name: string): number {
    const at = this.#text.indexOf(name, this.#text.indexOf('.', receiver.end));
    return at === -1 ? receiver.start : at;
  }
}

interface LibraryCall {
  readonly name: string;
  readonly receiver: ASTNode | null;
  readonly args: readonly ASTNode[];
}

interface MacroCall {
  readonly macro: CelMacro;
  readonly name: string;
  readonly receiver: ASTNode;
  readonly args: readonly ASTNode[];
}

const usages: Readonly<Record<CelMacro, string>> = {
  all: 'list.all(x, condition)',
  exists: 'list.exists(x, condition)',
  exists_one: 'list.exists_one(x, condition)',
  filter: 'list.filter(x, condition)',
  map: 'list.map(x, expression)',
  transformList: 'list.transformList(i, x, expression)',
  transformMap: 'map.transformMap(k, v, expression)',
  optMap: 'optional.optMap(x, expression)',
  optFlatMap: 'optional.optFlatMap(x, expression)',
};

function mapsAlso(macro: CelMacro): boolean {
  return macro === 'map' || macro === 'transformList' || macro === 'transformMap';
}

/** Two variables where the macro takes them: `all(i, x, …)`, always for `transform…`. */
function variablesOf(macro: CelMacro, args: readonly ASTNode[]): readonly string[] {
  const [first, second] = args;
  if (first?.op !== 'id') return [];
  const takesTwo = macro === 'transformList' || macro === 'transformMap';
  if (takesTwo) return second?.op === 'id' ? [first.args, second.args] : [];
  const mayTakeTwo = macro === 'all' || macro === 'exists' || macro === 'exists_one';
  return mayTakeTwo && args.length === 3 && second?.op === 'id' ? [first.args, second.args] : [first.args];
}

function wrongMacro(node: ASTNode, usage: string): WrongMacro {
  return new WrongMacro(node, { en: `it is written ${usage}`, ja: `${usage} の形で書きます` });
}

/** The operands of a chain of the same operator, from left to right; the left side of a chain may be thousands of nodes deep. */
function chain(node: ASTNode): readonly ASTNode[] {
  const operands: ASTNode[] = [];
  let rest = node;
  while ((rest.op === '&&' || rest.op === '||') && rest.op === node.op) {
    operands.push(rest.args[1]);
    rest = rest.args[0];
  }
  operands.push(rest);
  return operands.toReversed();
}

function literalOf(node: ASTNode, value: unknown): CelLiteral {
  if (typeof value === 'bigint') {
    if (value > MAX_INT)
      throw new WrongMacro(node, { en: `${value} does not fit into 64 bits`, ja: `${value} は 64 ビットに収まりません` });
    return value;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (value instanceof Uint8Array) return value;
  return { uint: BigInt(String(value).replace(/u$/i, '')) };
}

function negativeLiteral(node: ASTNode): bigint | number | null {
  if (node.op !== 'value') return null;
  const value: unknown = node.args;
  if (typeof value === 'number') return -value;
  return typeof value === 'bigint' && value <= MAX_INT + 1n ? -value : null;
}
