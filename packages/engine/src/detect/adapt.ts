/**
 * What rules say in words that the log has only as codes. SigmaHQ's rules for Microsoft Entra sign-ins are written after the portal, where Status is
 * Success or Failure; the exported logs hold an error code, 0 for success. Source: Microsoft Entra sign-in log schema (resultType, status.errorCode).
 */
import type { LogSource } from '@kumomori/model';
import type { Predicate } from './ir.ts';

const OK: Predicate = { kind: 'field', field: 'ResultType', test: { kind: 'texts', texts: ['0'], cased: false } };
const SAID: Predicate = { kind: 'field', field: 'ResultType', test: { kind: 'text', pattern: [{ kind: 'many' }], cased: false } };
const FAILED: Predicate = { kind: 'and', parts: [SAID, { kind: 'not', part: OK }] };
const STATUS = new Set(['status', 'properties.status']);

/** The same predicate for records of a source; most stay as they are. */
export function adapted(predicate: Predicate, source: LogSource | null): Predicate {
  return source === 'azure.signin' ? withCodes(predicate) : predicate;
}

function withCodes(predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return { kind: predicate.kind, parts: predicate.parts.map((part) => withCodes(part)) };
    case 'not':
      return { kind: 'not', part: withCodes(predicate.part) };
    case 'field': {
      const { field, test } = predicate;
      if (!STATUS.has(field.toLowerCase()) || test.kind !== 'texts') return predicate;
      const texts = new Set(test.texts.map((text) => text.toLowerCase()));
      const parts = [predicate, ...(texts.has('success') ? [OK] : []), ...(texts.has('failure') ? [FAILED] : [])];
      return parts.length === 1 ? predicate : { kind: 'or', parts };
    }
    default:
      return predicate;
  }
}
