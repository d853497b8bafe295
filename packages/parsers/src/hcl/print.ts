/** The tree back into HCL text, in one canonical form: no comments, no heredocs, objects on one line, attributes before blocks. */
import type { Body, Expression, ObjectEntry, TemplatePart } from './ast.ts';
import { isNameStart, nameEnd } from './chars.ts';
import { PRECEDENCE } from './expression.ts';

/** HCL text that parses to an equal tree apart from positions. An `invalid` node has no text: it becomes `null`. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? `"${escapeText(node.value, false)}"` : String(node.value);
    case 'template':
      return `"${printTemplate(node.parts)}"`;
    case 'list':
      return `[${node.items.map(printExpression).join(', ')}]`;
    case 'object':
      return node.entries.length === 0 ? '{}' : `{ ${node.entries.map(printEntry).join(', ')} }`;
    case 'name':
      return node.name;
    case 'attribute':
      return `${printTarget(node.target)}.${node.name}`;
    case 'index':
      return `${printTarget(node.target)}[${printExpression(node.key)}]`;
    case 'splat':
      return printTarget(node.target) + (node.full ? '[*]' : '.*') + printSplatSteps(node.each, node.full);
    case 'splat-item':
      return '';
    case 'call':
      return `${node.name}(${node.args.map(printExpression).join(', ')}${node.expandLast ? '...' : ''})`;
    case 'unary':
      return node.operator + printOperand(node.operand, UNARY);
    case 'binary': {
      const precedence = PRECEDENCE[node.operator];
      return `${printOperand(node.left, precedence)} ${node.operator} ${printOperand(node.right, precedence + 1)}`;
    }
    case 'conditional':
      return `${printOperand(node.test, LOWEST_OPERATOR)} ? ${printExpression(node.then)} : ${printExpression(node.else)}`;
    case 'for':
      return printFor(node);
    case 'invalid':
      return 'null';
  }
}

/** Attributes and blocks, one on each line, indented by two spaces a level; ends with a line end unless empty. */
export function printBody({ attributes, blocks }: Pick<Body, 'attributes' | 'blocks'>, indent = ''): string {
  const lines = attributes.map(({ name, value }) => `${indent}${name} = ${printExpression(value)}\n`);
  for (const { type, labels, body } of blocks) {
    const head = [type, ...labels.map((label) => `"${escapeText(label, false)}"`)].join(' ');
    const inner = printBody(body, `${indent}  `);
    lines.push(inner === '' ? `${indent}${head} {}\n` : `${indent}${head} {\n${inner}${indent}}\n`);
  }
  return lines.join('');
}

const LOWEST_OPERATOR = 1;
const UNARY = 7;

/** In parentheses when the operator around it binds more tightly. */
function printOperand(node: Expression, least: number): string {
  const own = node.kind === 'conditional' ? 0 : node.kind === 'binary' ? PRECEDENCE[node.operator] : UNARY;
  return own < least ? `(${printExpression(node)})` : printExpression(node);
}

/** In parentheses unless steps behind its text mean steps on the whole of it. A splat would swallow them, a number would eat the dot. */
function printTarget(node: Expression): string {
  switch (node.kind) {
    case 'unary':
    case 'binary':
    case 'conditional':
    case 'splat':
      return `(${printExpression(node)})`;
    case 'literal':
      return typeof node.value === 'number' ? `(${printExpression(node)})` : printExpression(node);
    default:
      return printExpression(node);
  }
}

/** A `.*` takes an index only in the old form `.0`; behind `[0]` it would end. */
function printSplatSteps(each: Expression, isFull: boolean): string {
  if (isFull) return printExpression(each);
  if (each.kind === 'attribute') return `${printSplatSteps(each.target, false)}.${each.name}`;
  if (each.kind === 'index') return `${printSplatSteps(each.target, false)}.${printExpression(each.key)}`;
  return '';
}

function printEntry({ key, value }: ObjectEntry): string {
  return `${printKey(key)} = ${printExpression(value)}`;
}

function printKey(key: Expression): string {
  if (key.kind === 'literal' && typeof key.value === 'string' && isName(key.value) && key.value !== 'for') return key.value;
  if (key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return printExpression(key);
  return key.kind === 'template' ? printExpression(key) : `(${printExpression(key)})`;
}

function isName(text: string): boolean {
  return isNameStart(text, 0) && nameEnd(text, 0) === text.length;
}

function printFor(node: Extract<Expression, { kind: 'for' }>): string {
  const names = node.keyName === null ? node.valueName : `${node.keyName}, ${node.valueName}`;
  const key = node.key ? `${printExpression(node.key)} => ` : '';
  const condition = node.condition ? ` if ${printExpression(node.condition)}` : '';
  const inner = `for ${names} in ${printExpression(node.collection)} : ${key}${printExpression(node.value)}${node.grouped ? '...' : ''}${condition}`;
  return node.key ? `{ ${inner} }` : `[${inner}]`;
}

function printTemplate(parts: readonly TemplatePart[]): string {
  return parts.map((part, index) => printPart(part, index < parts.length - 1)).join('');
}

function printPart(part: TemplatePart, isFollowed: boolean): string {
  switch (part.kind) {
    case 'text':
      return escapeText(part.text, isFollowed);
    case 'interpolation':
      return `\${${printExpression(part.value)}}`;
    case 'if': {
      const otherwise = part.else.length === 0 ? '' : `%{ else }${printNested(part.else)}`;
      return `%{ if ${printExpression(part.test)} }${printNested(part.then)}${otherwise}%{ endif }`;
    }
    case 'for': {
      const names = part.keyName === null ? part.valueName : `${part.keyName}, ${part.valueName}`;
      return `%{ for ${names} in ${printExpression(part.collection)} }${printNested(part.body)}%{ endfor }`;
    }
  }
}

/** Inside a directive every text is followed by a sequence. */
function printNested(parts: readonly TemplatePart[]): string {
  return parts.map((part) => printPart(part, true)).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\', '\0': '\\u0000' };

/** A `$` right before a sequence would read as the escape `$${`, so it is written as a code point there. */
function escapeText(text: string, isFollowed: boolean): string {
  const escaped = text.replace(/[\n\r\t"\\\0]/g, (character) => ESCAPES[character] ?? character).replace(/([$%])\{/g, '$1$1{');
  if (!isFollowed || !/[$%]$/.test(escaped)) return escaped;
  return escaped.slice(0, -1) + (escaped.endsWith('$') ? '\\u0024' : '\\u0025');
}
