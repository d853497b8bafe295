/**
 * The condition operators: what makes one value of the request match one value of the policy. Negation, IfExists and the set operators are above
 * (condition.ts). Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
import { parseCidr } from '@kumomori/model';
import { arnMatcher, arnParts, resourceText } from './arn.ts';
import { MAX_TEXT, couldMatch, glob, hasHole, holesAsStars } from './glob.ts';
import type { RequestContext } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Template } from './template.ts';
import { fill, parseTemplate, widest } from './template.ts';
import type { Three } from './three.ts';
import { MAYBE, NO, YES } from './three.ts';
import { parseDate, parseNumber } from './scalars.ts';

/** Compares a value of the request; null: the policy's value is not of the operator's kind. */
export type ValueTest = (value: string, context: RequestContext) => Three;
export type ValueTestMaker = (text: string, variables: boolean) => ValueTest | null;

export interface BaseOperator {
  /** As AWS writes it. */
  readonly name: string;
  readonly negated: boolean;
  readonly test: ValueTestMaker;
  /** The operator that is true exactly when this one is false; the key may be missing. */
  readonly opposite: string | null;
}

/** An exact text, or a text with wildcards, after its variables are filled in. */
function textual(wildcards: boolean, fold: (text: string) => string): ValueTestMaker {
  return (text, variables) => {
    if (text.length > MAX_TEXT) return null;
    const template = parseTemplate(text, { variables, wildcards });
    const compare = (pattern: string): ((value: string) => Three) => compareText(fold(pattern), wildcards);
    const known = template.fixed === null ? null : compare(template.fixed);
    if (known) return (value) => known(fold(value));
    return (value, context) => filled(template, context, (pattern) => compare(pattern)(fold(value)));
  };
}

/** Runs a test with the filled template; unknown variables leave it open unless even their widest reading fails. */
function filled(template: Template, context: RequestContext, test: (pattern: string) => Three): Three {
  const pattern = fill(template, context);
  if (pattern === null) return NO;
  return pattern === UNKNOWN ? MAYBE : test(pattern);
}

function compareText(pattern: string, wildcards: boolean): (value: string) => Three {
  if (hasHole(pattern)) {
    const best = glob(holesAsStars(pattern));
    return (value) => (best.test(value) || (hasHole(value) && couldMatch(pattern, value)) ? MAYBE : NO);
  }
  const matcher = wildcards ? glob(pattern) : null;
  return (value) => {
    if (matcher ? matcher.test(value) : value === pattern) return YES;
    return hasHole(value) && couldMatch(pattern, value) ? MAYBE : NO;
  };
}

const asIs = (text: string): string => text;
const lower = (text: string): string => text.toLowerCase();

const arnLike: ValueTestMaker = (text, variables) => {
  if (text.length > MAX_TEXT) return null;
  const template = parseTemplate(text, { variables, wildcards: true });
  if (!hasHole(text) && !/^(?:arn:|[\uFDD0\uFDD1])/.test(widest(template))) return null;
  const test = (pattern: string): ((value: string) => Three) => {
    const matches = arnMatcher(pattern);
    return (value) => {
      const arn = resourceText(value);
      return arn.parts === null && !arn.hole ? NO : matches(arn);
    };
  };
  const known = template.fixed === null ? null : test(template.fixed);
  return known ?? ((value, context) => filled(template, context, (pattern) => test(pattern)(value)));
};

function bool(text: string, variables: boolean): ValueTest | null {
  const template = parseTemplate(text, { variables, wildcards: false });
  if (template.fixed !== null && !hasHole(text) && !/^(?:true|false)$/i.test(text)) return null;
  return (value, context) => filled(template, context, (pattern) => compareText(lower(pattern), false)(lower(value)));
}

function ordered(parse: (text: string) => number | null, holds: (a: number, b: number) => boolean): ValueTestMaker {
  return (text) => {
    if (hasHole(text)) return () => MAYBE;
    const limit = parse(text);
    if (limit === null) return null;
    return (value) => {
      if (hasHole(value)) return MAYBE;
      const number = parse(value);
      return number !== null && holds(number, limit) ? YES : NO;
    };
  };
}

function binary(text: string): ValueTest | null {
  if (hasHole(text)) return () => MAYBE;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? (value) => (value === text ? YES : hasHole(value) ? MAYBE : NO) : null;
}

function ipAddress(text: string): ValueTest | null {
  if (hasHole(text)) return () => MAYBE;
  const range = parseCidr(text);
  if (!range) return null;
  return (value) => {
    if (hasHole(value)) return MAYBE;
    const address = parseCidr(value);
    return address && address.family === range.family && address.first >= range.first && address.last <= range.last ? YES : NO;
  };
}

/** Where a comparison of an ARN with a text that is none is asked, nothing matches. */
export function isArn(text: string): boolean {
  return text.startsWith('arn:') && arnParts(text) !== null;
}

const pair = (positive: string, negative: string, test: ValueTestMaker): readonly BaseOperator[] => [
  { name: positive, negated: false, test, opposite: negative },
  { name: negative, negated: true, test, opposite: positive },
];
const one = (name: string, test: ValueTestMaker): BaseOperator => ({ name, negated: false, test, opposite: null });

const scalar = (kind: 'Numeric' | 'Date', parse: (text: string) => number | null): readonly BaseOperator[] => [
  ...pair(
    `${kind}Equals`,
    `${kind}NotEquals`,
    ordered(parse, (a, b) => a === b),
  ),
  one(
    `${kind}LessThan`,
    ordered(parse, (a, b) => a < b),
  ),
  one(
    `${kind}LessThanEquals`,
    ordered(parse, (a, b) => a <= b),
  ),
  one(
    `${kind}GreaterThan`,
    ordered(parse, (a, b) => a > b),
  ),
  one(
    `${kind}GreaterThanEquals`,
    ordered(parse, (a, b) => a >= b),
  ),
];

const all: readonly BaseOperator[] = [
  ...pair('StringEquals', 'StringNotEquals', textual(false, asIs)),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', textual(false, lower)),
  ...pair('StringLike', 'StringNotLike', textual(true, asIs)),
  ...scalar('Numeric', parseNumber),
  ...scalar('Date', parseDate),
  one('Bool', bool),
  one('BinaryEquals', binary),
  ...pair('IpAddress', 'NotIpAddress', ipAddress),
  ...pair('ArnEquals', 'ArnNotEquals', arnLike),
  ...pair('ArnLike', 'ArnNotLike', arnLike),
];

/** By lower-case name. `Null` is not among them: it asks for the key, not for a value. */
export const baseOperators: ReadonlyMap<string, BaseOperator> = new Map(all.map((operator) => [operator.name.toLowerCase(), operator]));
