/**
 * The condition operators: what makes one value of the request match one value of the policy. Negation, IfExists and the set operators are above
 * (condition.ts). Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
import { parseCidr } from '@kumomori/model';
import { arnMatcher, resourceText } from './arn.ts';
import { MAX_TEXT, couldMatch, glob, hasHole, holesAsStars } from '../glob.ts';
import type { RequestContext } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Template } from './template.ts';
import { fill, parseTemplate, widest } from './template.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES } from '../three.ts';
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
    const best = glob(fold(widest(template)));
    return (value, context) => {
      const at = fold(value);
      return filled(template, context, (pattern) => compare(pattern)(at)) ?? (best.test(at) || hasHole(value) ? MAYBE : NO);
    };
  };
}

/** Runs a test with the filled template; null when a variable is unknown: then it is open, unless even the widest reading fails. */
function filled(template: Template, context: RequestContext, test: (pattern: string) => Three): Three | null {
  const pattern = fill(template, context);
  if (pattern === null) return NO;
  return pattern === UNKNOWN ? null : test(pattern);
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
  if (known) return known;
  const best = test(widest(template));
  return (value, context) => filled(template, context, (pattern) => test(pattern)(value)) ?? (best(value) === NO ? NO : MAYBE);
};

function bool(text: string, variables: boolean): ValueTest | null {
  const template = parseTemplate(text, { variables, wildcards: false });
  if (template.fixed !== null && !hasHole(text) && !/^(?:true|false)$/i.test(text)) return null;
  return (value, context) => filled(template, context, (pattern) => compareText(lower(pattern), false)(lower(value))) ?? MAYBE;
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
  const [low, high] = range.family === 4 ? [Number(range.first), Number(range.last)] : [1, 0];
  return (value) => {
    const number = ipv4Number(value);
    if (number !== -1) return number >= low && number <= high ? YES : NO;
    if (hasHole(value)) return MAYBE;
    const address = parseCidr(value);
    return address && address.family === range.family && address.first >= range.first && address.last <= range.last ? YES : NO;
  };
}

/** `192.0.2.7` as a number; -1 for anything else. The usual case, a hundred times faster than by BigInt. */
function ipv4Number(text: string): number {
  if (text.length > 15) return -1;
  let [number, part, digits, dots] = [0, 0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      part = part * 10 + code - 48;
      if (++digits > 3 || part > 255) return -1;
    } else if (code === 46 && digits > 0) {
      number = number * 256 + part;
      [part, digits] = [0, 0];
      dots++;
    } else return -1;
  }
  return dots === 3 && digits > 0 ? number * 256 + part : -1;
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
