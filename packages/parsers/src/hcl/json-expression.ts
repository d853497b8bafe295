/** JSON values as HCL expressions, with the positions of the JSON text. */
import type { Diagnostic, Source } from '@kumomori/model';
import type { JsonNode } from '../json/index.ts';
import { jsonStringOffsets } from '../json/index.ts';
import type { Expression } from './ast.ts';
import { failTooHigh, isTooHigh, parseValue } from './body.ts';
import type { Origin, Reader } from './reader.ts';
import { openReader } from './open-reader.ts';
import { describeAt, fail, skipTrivia } from './reader.ts';
import { marksOf, parseBareTemplate } from './template.ts';

/** How strings are read: as templates, as expressions (references, types), or as they are. */
export type StringMode = 'template' | 'expression' | 'literal';

export interface JsonContext {
  readonly source: Source;
  readonly diagnostics: Diagnostic[];
}

/** Recursion is bounded by the depth limit of the JSON reader. */
export function jsonExpression(context: JsonContext, node: JsonNode, mode: StringMode): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'string':
      return stringExpression(context, node.value, { start, end, mode });
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'literal', value: node.value, start, end };
    case 'array':
      return { kind: 'list', items: node.items.map((item) => jsonExpression(context, item, mode)), start, end };
    case 'object': {
      const keyMode = mode === 'literal' ? 'literal' : 'template';
      const entries = node.members.map((member) => ({
        key: stringExpression(context, member.key, { start: member.keyStart, end: member.keyEnd, mode: keyMode }),
        value: jsonExpression(context, member.value, mode),
      }));
      return { kind: 'object', entries, start, end };
    }
  }
}

interface StringPlace {
  readonly start: number;
  readonly end: number;
  readonly mode: StringMode;
}

function stringExpression(context: JsonContext, value: string, { start, end, mode }: StringPlace): Expression {
  const isTemplate = value.includes('${') || value.includes('%{');
  if (mode === 'literal' || (mode === 'template' && !isTemplate)) return { kind: 'literal', value, start, end };
  const origin: Origin = { source: context.source, offsets: jsonStringOffsets(context.source.text, start, value.length) };
  const reader = openReader({ path: context.source.path, text: value }, origin);
  reader.pos = 0;
  // Before Terraform 0.12 references were written as templates, and that is still accepted.
  const parsed = mode === 'expression' && !isTemplate ? wholeExpression(reader) : wholeTemplate(reader);
  context.diagnostics.push(...reader.diagnostics);
  if (reader.failed) return { kind: 'invalid', start, end };
  const moved = relocate(parsed, origin.offsets);
  return mode === 'expression' && !isTemplate ? moved : { ...moved, start, end };
}

function wholeExpression(reader: Reader): Expression {
  reader.newlines = false;
  skipTrivia(reader);
  const value = parseValue(reader);
  if (reader.pos < reader.end) return fail(reader, reader.pos, `end of the expression expected, found ${describeAt(reader, reader.pos)}`);
  return value;
}

function wholeTemplate(reader: Reader): Expression {
  const parts = parseBareTemplate(reader);
  const span = { start: 0, end: reader.end };
  const template: Expression = { kind: 'template', parts, ...span };
  if (isTooHigh(reader, template)) return failTooHigh(reader, 0);
  const first = parts[0];
  if (!first) return { kind: 'literal', value: '', ...span };
  return parts.length === 1 && first.kind === 'text' ? { kind: 'literal', value: first.text, marks: marksOf(first), ...span } : template;
}

/** The same nodes with offsets of the surrounding text. Every `start` and `end` in a tree is an offset, whatever the kind of node. */
function relocate<T>(value: T, offsets: Uint32Array): T {
  if (Array.isArray(value)) {
    const items: unknown = value.map((item: unknown) => relocate(item, offsets));
    return items as T; // the same length and the same kinds of items
  }
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    copy[key] = (key === 'start' || key === 'end') && typeof child === 'number' ? (offsets[child] ?? child) : relocate(child, offsets);
  }
  return copy as T; // the same keys with the same types of values
}
