/** A rule with the filters that are meant for it → one predicate. */
import type { SigmaCondition, SigmaDetection, SigmaFilter, SigmaRule } from '@kumomori/model';
import type { Predicate, Rejection } from './ir.ts';
import { RejectedError } from './ir.ts';
import { compileItem } from './modifiers.ts';
import type { Placeholders } from './placeholders.ts';

/** The predicate of a rule or filter, or why there is none. Never throws. */
export function compileDetections(
  document: Pick<SigmaRule | SigmaFilter, 'detections' | 'conditions'>,
  placeholders: Placeholders,
): Predicate | Rejection {
  try {
    const selections = new Map<string, Predicate>();
    for (const [name, detection] of document.detections) selections.set(name, ofDetection(detection, placeholders));
    return group(
      'or',
      document.conditions.map((condition) => ofCondition(condition, selections)),
    );
  } catch (error) {
    if (error instanceof RejectedError) return { kind: 'rejected', reason: error.message, line: error.line };
    throw error;
  }
}

function ofDetection(detection: SigmaDetection, placeholders: Placeholders): Predicate {
  if (detection.kind === 'item') return compileItem(detection.item, placeholders);
  const parts = detection.parts.map((part) => ofDetection(part, placeholders));
  return group(detection.kind === 'all' ? 'and' : 'or', parts);
}

function ofCondition(condition: SigmaCondition, selections: ReadonlyMap<string, Predicate>): Predicate {
  const named = (name: string): Predicate => selections.get(name) ?? { kind: 'or', parts: [] };
  switch (condition.kind) {
    case 'name':
      return named(condition.name);
    case 'of':
      return group(
        condition.every ? 'and' : 'or',
        condition.names.map((name) => named(name)),
      );
    case 'not':
      return { kind: 'not', part: ofCondition(condition.part, selections) };
    default:
      return group(
        condition.kind,
        condition.parts.map((part) => ofCondition(part, selections)),
      );
  }
}

/** Groups in groups of the same kind become one. */
export function group(kind: 'and' | 'or', parts: readonly Predicate[]): Predicate {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
}
