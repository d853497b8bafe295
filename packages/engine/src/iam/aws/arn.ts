/**
 * ARNs and patterns of ARNs: part by part for the first five, the rest as one text in which `*` crosses `/` and `:`. A pattern with fewer parts is padded with
 * `*`. Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
import { STAR, couldMatch, glob, hasHole, holesAsStars } from '../glob.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES } from '../three.ts';

const PARTS = 6;

/** An ARN, or another text, taken apart once. */
export interface ResourceText {
  readonly text: string;
  /** Null for what is no ARN (`*`). */
  readonly parts: readonly string[] | null;
  readonly hole: boolean;
}

export function resourceText(text: string): ResourceText {
  return { text, parts: text.startsWith('arn:') ? arnParts(text) : null, hole: hasHole(text) };
}

/** Six parts, the last one with its colons; null when there are fewer. */
export function arnParts(text: string): readonly string[] | null {
  const parts: string[] = [];
  let at = 0;
  while (parts.length < PARTS - 1) {
    const colon = text.indexOf(':', at);
    if (colon === -1) return null;
    parts.push(text.slice(at, colon));
    at = colon + 1;
  }
  parts.push(text.slice(at));
  return parts;
}

/** Account id of an ARN; null when it has none. */
export function accountOf(arn: string): string | null {
  const account = arn.startsWith('arn:') ? arnParts(arn)?.[4] : undefined;
  return account === undefined || account === '' ? null : account;
}

export type ArnMatcher = (resource: ResourceText) => Three;

const never: ArnMatcher = () => NO;
const always: ArnMatcher = () => YES;

/** A matcher for a pattern whose wildcards are STAR and ONE. */
export function arnMatcher(pattern: string): ArnMatcher {
  if (pattern === '') return never;
  if ([...pattern].every((character) => character === STAR)) return always;
  if (hasHole(pattern)) return matcherWithHole(pattern);
  const known = plainMatcher(pattern);
  return (resource) => {
    if (known(resource)) return YES;
    return resource.hole && couldMatch(pattern, resource.text) ? MAYBE : NO;
  };
}

/** The unknown part may be of any length and hold colons, so the whole text is compared. */
function matcherWithHole(pattern: string): ArnMatcher {
  const widest = glob(holesAsStars(pattern));
  return (resource) => (widest.test(resource.text) || (resource.hole && couldMatch(pattern, resource.text)) ? MAYBE : NO);
}

function plainMatcher(pattern: string): (resource: ResourceText) => boolean {
  const whole = glob(pattern);
  if (whole.exact !== null && arnParts(pattern) !== null) return (resource) => resource.text === whole.exact;
  const given = arnParts(pattern) ?? pattern.split(':');
  const globs = Array.from({ length: PARTS }, (_, index) => glob(given[index] ?? STAR));
  const head = globs.slice(0, PARTS - 1);
  const tail = globs[PARTS - 1] ?? glob(STAR);
  if (given.length >= PARTS && head.every(({ exact }) => exact !== null)) {
    // The usual case: everything before the resource is written out.
    const prefix = `${head.map(({ exact }) => exact).join(':')}:`;
    const rest = glob(given[PARTS - 1] ?? STAR);
    return ({ text, parts }) => (parts === null ? whole.test(text) : text.startsWith(prefix) && rest.test(parts[PARTS - 1] ?? ''));
  }
  return ({ text, parts }) => {
    if (parts === null) return whole.test(text);
    if (!tail.test(parts[PARTS - 1] ?? '')) return false;
    for (let index = 0; index < PARTS - 1; index++) if (!head[index]?.test(parts[index] ?? '')) return false;
    return true;
  };
}
