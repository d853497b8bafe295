/** Which findings a selector means. */
import type { Severity } from '@kumomori/model';
import { matchesWildcard, severities } from '@kumomori/model';
import type { ExceptionSelector, SelectableFinding } from './types.ts';

const MAX_DEPTH = 3;
const MAX_PATTERNS = 1000;

/** Null when it can be used. `selector-too-wide`: it would hold whatever anybody finds. */
export function selectorProblem(selector: ExceptionSelector): 'selector-empty' | 'selector-too-wide' | 'selector-too-large' | null {
  if (sizeOf(selector, MAX_DEPTH) > MAX_PATTERNS) return 'selector-too-large';
  const given = listsOf(selector).filter((patterns) => patterns.length > 0);
  if (given.length === 0) return 'selector-empty';
  return given.every((patterns) => patterns.some((pattern) => /^\*+$/.test(pattern))) ? 'selector-too-wide' : null;
}

/** True when every part of the selector fits. An empty one fits nothing. O(patterns · text). */
export function coversFinding(selector: ExceptionSelector, finding: SelectableFinding): boolean {
  return fitsSelector(selector, finding, MAX_DEPTH);
}

/** Of two severities, true when the first is graver. */
export function isGraver(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) < severities.indexOf(limit);
}

function fitsSelector(selector: ExceptionSelector, finding: SelectableFinding, depth: number): boolean {
  const { resource } = finding;
  const { checks, fingerprints, targets, resourceTypes, resources, accounts, regions, environments, departments, tags } = selector;
  const parts = [
    fits(checks, finding.checkId),
    fits(fingerprints, finding.fingerprint),
    fits(targets, finding.target),
    fits(resourceTypes, resource.type),
    fits(resources, resource.name, resource.id),
    fits(accounts, resource.account),
    fits(regions, resource.region),
    fits(environments, finding.environment),
    fits(departments, finding.department),
    tags === undefined || Object.keys(tags).length === 0 ? null : hasTags(tags, finding.tags),
  ].filter((part) => part !== null);
  if (parts.length === 0 || !parts.every(Boolean)) return false;
  if (depth === 0) return false;
  return !(selector.except ?? []).some((each) => fitsSelector(each, finding, depth - 1));
}

/** Null when nothing is asked. */
function fits(patterns: readonly string[] | undefined, ...texts: readonly (string | null)[]): boolean | null {
  if (patterns === undefined || patterns.length === 0) return null;
  return patterns.some((pattern) => texts.some((text) => text !== null && matchesWildcard(pattern, text)));
}

function hasTags(wanted: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>>): boolean {
  const known = Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value] as const);
  return Object.entries(wanted).every(([key, pattern]) =>
    known.some(([name, value]) => name === key.toLowerCase() && matchesWildcard(pattern, value)),
  );
}

function listsOf(selector: ExceptionSelector): readonly (readonly string[])[] {
  const { checks, fingerprints, targets, resourceTypes, resources, accounts, regions, environments, departments, tags } = selector;
  const lists = [checks, fingerprints, targets, resourceTypes, resources, accounts, regions, environments, departments];
  return [...lists.map((list) => list ?? []), ...Object.values(tags ?? {}).map((value) => [value])];
}

/** Beyond the depth: too large. */
function sizeOf(selector: ExceptionSelector, depth: number): number {
  const inner = selector.except ?? [];
  if (depth === 0 && inner.length > 0) return MAX_PATTERNS + 1;
  let size = listsOf(selector).reduce((sum, list) => sum + list.length, inner.length);
  for (const each of inner.slice(0, MAX_PATTERNS)) size += sizeOf(each, depth - 1);
  return size;
}
