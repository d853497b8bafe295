/** Trees as short s-expressions, for tests. */
import type { Body, Expression, TemplatePart } from './ast.ts';

export function dump(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'template':
      return `(template ${dumpParts(node.parts)})`;
    case 'list':
      return `[${node.items.map(dump).join(' ')}]`;
    case 'object':
      return `{${node.entries.map(({ key, value }) => `${dump(key)}: ${dump(value)}`).join(' ')}}`;
    case 'name':
      return node.name;
    case 'attribute':
      return `(. ${dump(node.target)} ${node.name})`;
    case 'index':
      return `(at ${dump(node.target)} ${dump(node.key)})`;
    case 'splat':
      return `(${node.full ? 'splat' : 'old-splat'} ${dump(node.target)} ${dump(node.each)})`;
    case 'splat-item':
      return '@';
    case 'call':
      return `(call ${[node.name, ...node.args.map(dump)].join(' ')}${node.expandLast ? ' ...' : ''})`;
    case 'unary':
      return `(${node.operator} ${dump(node.operand)})`;
    case 'binary':
      return `(${node.operator} ${dump(node.left)} ${dump(node.right)})`;
    case 'conditional':
      return `(? ${dump(node.test)} ${dump(node.then)} ${dump(node.else)})`;
    case 'for':
      return dumpFor(node);
    case 'invalid':
      return 'INVALID';
  }
}

function dumpFor(node: Extract<Expression, { kind: 'for' }>): string {
  const names = node.keyName === null ? node.valueName : `${node.keyName},${node.valueName}`;
  const key = node.key ? ` ${dump(node.key)} =>` : '';
  const condition = node.condition ? ` if ${dump(node.condition)}` : '';
  return `(for ${names} in ${dump(node.collection)}:${key} ${dump(node.value)}${node.grouped ? ' ...' : ''}${condition})`;
}

export function dumpParts(parts: readonly TemplatePart[]): string {
  return parts.map(dumpPart).join(' ');
}

function dumpPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text);
    case 'interpolation':
      return dump(part.value);
    case 'if':
      return `(if ${dump(part.test)} (${dumpParts(part.then)}) (${dumpParts(part.else)}))`;
    case 'for':
      return `(for ${part.keyName === null ? '' : `${part.keyName},`}${part.valueName} in ${dump(part.collection)} (${dumpParts(part.body)}))`;
  }
}

export function dumpBody({ attributes, blocks }: Body): string {
  const items = [
    ...attributes.map(({ name, value }) => `${name}=${dump(value)}`),
    ...blocks.map(({ type, labels, body }) => `${[type, ...labels].join(' ')} {${dumpBody(body)}}`),
  ];
  return items.join('; ');
}
