/** The Resource element. Source: IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource". */
import type { ArnMatcher } from './arn.ts';
import { arnMatcher } from './arn.ts';
import { MAX_TEXT, glob, hasHole } from '../glob.ts';
import type { PreparedRequest } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Template } from './template.ts';
import { fill, parseTemplate, widest } from './template.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, negate } from '../three.ts';

export class ResourceElement {
  /** True for NotResource. */
  readonly not: boolean;
  readonly texts: readonly string[];
  /** Neither `*` nor an ARN. */
  readonly malformed: readonly string[];
  /** Every text that matches begins with one of these; null where that cannot be said. */
  readonly prefixes: readonly string[] | null;
  readonly #fixed: readonly FixedPattern[];
  readonly #others: readonly PatternTest[];

  constructor(texts: readonly string[], { not, variables }: { readonly not: boolean; readonly variables: boolean }) {
    const templates = texts.map((text) => parseTemplate(text, { variables, wildcards: true }));
    this.not = not;
    this.texts = texts;
    this.malformed = templates.filter((template) => !isWellFormed(template)).map(({ source }) => source);
    const fixed = templates.filter((template) => isWellFormed(template) && template.fixed !== null);
    this.#fixed = fixed.map((template) => fixedPattern(template.fixed ?? ''));
    this.#others = templates
      .filter((template) => !fixed.includes(template))
      .map((template) => (isWellFormed(template) ? patternTest(template) : asText(template)));
    const prefixes = new Set(this.#fixed.map(({ prefix }) => prefix));
    this.prefixes = not || this.#others.length > 0 || prefixes.has('') ? null : [...prefixes];
  }

  match(request: PreparedRequest): Three {
    const listed = this.#listed(request);
    return this.not ? negate(listed) : listed;
  }

  #listed(request: PreparedRequest): Three {
    const { resource } = request;
    let best: Three = NO;
    for (const pattern of this.#fixed) {
      // Nearly every pattern that does not match differs before its first wildcard.
      if (!resource.hole && !resource.text.startsWith(pattern.prefix)) continue;
      const value = pattern.matches(resource);
      if (value === YES) return YES;
      if (value > best) best = value;
    }
    for (const test of this.#others) {
      const value = test(request);
      if (value === YES) return YES;
      if (value > best) best = value;
    }
    return best;
  }
}

interface FixedPattern {
  /** What every text that matches begins with. */
  readonly prefix: string;
  readonly matches: ArnMatcher;
}

function fixedPattern(pattern: string): FixedPattern {
  return { prefix: pattern.split(/[\uFDD0\uFDD1\uFFFC]/)[0] ?? '', matches: arnMatcher(pattern) };
}

type PatternTest = (request: PreparedRequest) => Three;

function isWellFormed(template: Template): boolean {
  const text = widest(template);
  if (text.length > MAX_TEXT) return false;
  return /^\uFDD0+$/.test(text) || text.startsWith('arn:') || hasHole(text) || typeof template.parts[0] === 'object';
}

/** In a Deny, what AWS would refuse still counts for what it looks like. */
function asText(template: Template): PatternTest {
  const pattern = glob(widest(template));
  return ({ resource }) => (pattern.test(resource.text) ? YES : NO);
}

/** A pattern with variables. */
function patternTest(template: Template): PatternTest {
  const best = arnMatcher(widest(template));
  // The same principal asks many times in a row, so the last filled pattern is kept.
  let last: { readonly pattern: string; readonly matches: ArnMatcher } | null = null;
  return ({ resource, context }) => {
    const pattern = fill(template, context);
    if (pattern === null) return NO;
    if (pattern === UNKNOWN) return best(resource) === NO ? NO : MAYBE;
    if (last?.pattern !== pattern) last = { pattern, matches: arnMatcher(pattern) };
    return last.matches(resource);
  };
}
