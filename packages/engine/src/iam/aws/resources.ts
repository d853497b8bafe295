/** The Resource element. Source: IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource". */
import type { ArnMatcher } from './arn.ts';
import { arnMatcher } from './arn.ts';
import { MAX_TEXT, glob, hasHole } from './glob.ts';
import type { PreparedRequest } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Template } from './template.ts';
import { fill, parseTemplate, widest } from './template.ts';
import type { Three } from './three.ts';
import { MAYBE, NO, YES, negate } from './three.ts';

export interface ResourceElement {
  /** True for NotResource. */
  readonly not: boolean;
  readonly texts: readonly string[];
  /** Neither `*` nor an ARN. */
  readonly malformed: readonly string[];
  match(request: PreparedRequest): Three;
}

type PatternTest = (request: PreparedRequest) => Three;

export function compileResources(
  texts: readonly string[],
  { not, variables }: { readonly not: boolean; readonly variables: boolean },
): ResourceElement {
  const templates = texts.map((text) => parseTemplate(text, { variables, wildcards: true }));
  const malformed = templates.filter((template) => !isWellFormed(template)).map(({ source }) => source);
  const tests = templates.map((template) => (isWellFormed(template) ? patternTest(template) : asText(template)));
  const [only] = tests;
  const listed: PatternTest = tests.length === 1 && only ? only : (request) => anyOf(tests, request);
  return { not, texts, malformed, match: not ? (request) => negate(listed(request)) : listed };
}

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

function patternTest(template: Template): PatternTest {
  if (template.fixed !== null) {
    const matches = arnMatcher(template.fixed);
    return ({ resource }) => matches(resource);
  }
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

function anyOf(tests: readonly PatternTest[], request: PreparedRequest): Three {
  let best: Three = NO;
  for (const test of tests) {
    const value = test(request);
    if (value === YES) return YES;
    if (value > best) best = value;
  }
  return best;
}
