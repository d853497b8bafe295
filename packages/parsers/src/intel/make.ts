/** What all formats share: times, texts and confidence of strangers, and indicators out of patterns. */
import type { Indicator, IntelProblem, Observable, StixObservation, StixPath, Tlp } from '@kumomori/model';
import { isoTime, patternValues, stixPathText, stixPatternText, TLP_LEVELS, unseenPaths } from '@kumomori/model';
import { readStixPattern } from './stix-pattern.ts';

/** Texts of titles, labels and names are cut. */
const MAX_TEXT = 300;
const MAX_LABELS = 100;

/** What an indicator is made of; what is left out says nothing. */
export type IndicatorParts = Pick<Indicator, 'id' | 'format' | 'source' | 'title'> & Partial<Indicator>;

export function indicatorOf(parts: IndicatorParts): Indicator {
  return {
    ...{ observables: [], pattern: null, modified: null, validFrom: null, validUntil: null, lastSeen: null, confidence: null, tlp: null },
    ...{ labels: [], related: [], techniques: [], revoked: false },
    ...parts,
  };
}

/** A text in one line, cut; null for what is none. */
export function line(value: unknown, longest = MAX_TEXT): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, longest)
    // Characters that move the cursor or turn the direction of writing are none of a name's.
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.slice(0, MAX_LABELS).flatMap((each: unknown) => line(each) ?? []) : [];
}

/** A time in ISO 8601 UTC with milliseconds; null for what is none. */
export function instant(value: unknown): string | null {
  const time = isoTime(value);
  return time === null ? null : instantOf(time);
}

export function instantOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

export function latest(...times: readonly (string | null)[]): string | null {
  return times.reduce((best, time) => (time !== null && (best === null || time > best) ? time : best), null);
}

export function percent(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : null;
}

/** `TLP:AMBER+STRICT`, `tlp:white`, `amber` … */
export function tlpOf(text: string): Tlp | null {
  const name = text.toLowerCase().replace(/^tlp:/, '').trim();
  return name === 'white' ? 'clear' : (TLP_LEVELS.find((level) => level === name) ?? null);
}

/** The one with the smallest audience. */
export function strictest(levels: readonly (Tlp | null)[]): Tlp | null {
  return TLP_LEVELS.findLast((level) => levels.includes(level)) ?? null;
}

/** ATT&CK techniques that a text names. */
export function techniquesIn(text: string): readonly string[] {
  return [...text.slice(0, 10_000).matchAll(/\bT\d{4}(?:\.\d{3})?\b/g)].map(([id]) => id);
}

export interface PatternMeaning {
  readonly observables: readonly Observable[];
  readonly pattern: string | null;
}

/** What a pattern looks for, or why it cannot be used. */
export function meaningOf(text: string, name: string): PatternMeaning | IntelProblem {
  const { pattern, error } = readStixPattern(text);
  if (error) return { code: 'invalid-pattern', detail: `${name}: ${error.message} (character ${error.at + 1})`, line: null };
  return treeMeaning(pattern, name);
}

export function treeMeaning(pattern: StixObservation, name: string): PatternMeaning | IntelProblem {
  const observables = patternValues(pattern);
  if (observables) return { observables: distinct(observables), pattern: null };
  const unseen = [...new Set(unseenPaths(pattern).map((path: StixPath) => stixPathText(path)))];
  // A branch that nothing can show may stand beside one that something can; when there is none, the pattern is of no use.
  const usable = withoutUnseen(pattern);
  if (!usable)
    return {
      code: 'unsupported-pattern',
      detail: `${name}: ${unseen
        .slice(0, 5)
        .map((path) => line(path, 80) ?? '')
        .join(', ')}`,
      line: null,
    };
  const values = patternValues(usable);
  return values ? { observables: distinct(values), pattern: null } : { observables: [], pattern: stixPatternText(pattern) };
}

function distinct(observables: readonly Observable[]): readonly Observable[] {
  return [...new Map(observables.map((each) => [`${each.kind}:${each.value}`, each])).values()];
}

/** Alternatives that no log can show are dropped; null where nothing is left, or where everything must hold and one part cannot be seen. */
function withoutUnseen(node: StixObservation): StixObservation | null {
  switch (node.op) {
    case 'observe': {
      const test = seenTest(node.test);
      return test && { ...node, test };
    }
    case 'within':
    case 'repeats':
    case 'between': {
      const item = withoutUnseen(node.item);
      return item && { ...node, item };
    }
    case 'and':
    case 'or':
    case 'followed-by': {
      const items = node.items.flatMap((item) => withoutUnseen(item) ?? []);
      return items.length === 0 || (node.op !== 'or' && items.length < node.items.length) ? null : { ...node, items };
    }
  }
}

type Test = Extract<StixObservation, { op: 'observe' }>['test'];

function seenTest(test: Test): Test | null {
  if (test.op === 'test' || test.op === 'exists') {
    const isUnseen = unseenPaths({ op: 'observe', test, at: 0 }).length > 0;
    return isUnseen ? null : test;
  }
  const items = test.items.flatMap((item) => seenTest(item) ?? []);
  return items.length === 0 || (test.op === 'and' && items.length < test.items.length) ? null : { ...test, items };
}
