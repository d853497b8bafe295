/** Parts of policies, read one by one; what is wrong becomes a diagnostic at its place. */
import type { Diagnostic, LabelRequirement, LabelSelector, Manifest, PlacedCel, Range, Text, Value } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import { offsetInScalar, readCel } from '../cel/index.ts';
import { withRealNames } from './field-names.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** State of reading one object. */
export class AdmissionReading {
  readonly diagnostics: (Diagnostic & { readonly text: Text })[] = [];
  /** An expression could not be read: what the policy means is not known. */
  isBroken = false;
  readonly #manifest: Manifest;

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  complain(text: Text, at: Range | null, { offset = at?.start, code = 'admission-policy' }: { offset?: number; code?: string } = {}): null {
    const range = at ?? this.#manifest.range;
    const severity = code === 'admission-policy' ? 'warning' : 'error';
    this.diagnostics.push({
      ...diagnosticAt(range.source, offset ?? range.start, { severity, code, message: text.en }),
      text,
    });
    return null;
  }

  /** Null when nothing is written, and when it is no expression: then the policy is broken. */
  cel(value: Value | undefined, what: string): PlacedCel | null {
    if (value === undefined || value.kind === 'null') return null;
    const text = value.kind === 'string' ? value.value : value.kind === 'bool' || value.kind === 'number' ? String(value.value) : null;
    if (text === null || text.trim() === '') {
      this.isBroken = true;
      return this.complain({ en: `${what} must be an expression`, ja: `${what} には式が必要です` }, value.range);
    }
    const offsetOf = offsetsOf(value.range, text);
    const read = readCel(text);
    if (read.kind === 'expression') return { text, expression: withRealNames(read.expression), range: value.range, offsetOf };
    this.isBroken = true;
    return this.complain(read.problem.message, value.range, { offset: offsetOf(read.problem.start), code: read.problem.code });
  }

  /** `matchLabels` and `matchExpressions`. */
  selector(value: Value | undefined): LabelSelector {
    const labels = at(value, 'matchLabels');
    const simple: LabelRequirement[] =
      labels?.kind === 'map' ? [...labels.entries].map(([key, each]) => ({ key, operator: 'In', values: [textOf(each) ?? ''] })) : [];
    const others = items(at(value, 'matchExpressions')).flatMap((each): LabelRequirement[] => {
      const key = textOf(at(each, 'key'));
      const operator = OPERATORS.find((known) => known === textOf(at(each, 'operator')));
      if (key !== null && operator !== undefined) return [{ key, operator, values: texts(at(each, 'values')) }];
      this.isBroken = true;
      this.complain({ en: 'a selector needs key and operator', ja: 'セレクターには key と operator が必要です' }, each.range);
      return [];
    });
    return [...simple, ...others];
  }
}

function offsetsOf(range: Range | null, text: string): (offset: number) => number {
  if (!range) return () => 0;
  const raw = range.source.text.slice(range.start, range.end);
  return raw === '' ? () => range.start : (offset) => range.start + offsetInScalar(raw, text, offset);
}

export function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) found = found?.kind === 'map' ? found.entries.get(key) : undefined;
  return found;
}

export function items(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

/** Numbers count as the text they are written as; null for everything else, and for an empty text. */
export function textOf(value: Value | undefined): string | null {
  if (value?.kind === 'number' || value?.kind === 'bool') return String(value.value);
  return value?.kind === 'string' && value.value !== '' ? value.value : null;
}

export function texts(value: Value | undefined): readonly string[] {
  return items(value).flatMap((each) => (each.kind === 'string' ? [each.value] : (textOf(each) ?? [])));
}
