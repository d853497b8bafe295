/** A reader that knows the whole grammar. */
import type { Source } from '@kumomori/model';
import { parseBinary, parseExpression } from './expression.ts';
import type { Grammar, Origin, Reader } from './reader.ts';
import { createReader } from './reader.ts';

const grammar: Grammar = { expression: parseExpression, binary: parseBinary };

export function openReader(source: Source, origin: Origin | null = null): Reader {
  return createReader(source, grammar, origin);
}
