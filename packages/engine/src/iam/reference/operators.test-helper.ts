/** One value of the request against one value of the policy, for each operator that is not negated. */
import type { Look } from './context.test-helper.ts';
import { arnParts, matchesArn, matchesText, patternOf } from './patterns.test-helper.ts';
import type { Three } from './three.test-helper.ts';
import { known } from './three.test-helper.ts';

const OPERATORS = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
] as const;

export type Operator = (typeof OPERATORS)[number];

export function isOperator(name: string): name is Operator {
  return OPERATORS.some((each) => each === name);
}

/** `look` is null when the policy's version knows no variables. Only text, ARN and boolean operators take variables at all. */
export function compareValue(operator: Operator, request: string, wanted: string, look: Look | null): Three {
  switch (operator) {
    case 'StringEquals':
      return matchesText(patternOf(wanted, look, false), request);
    case 'StringLike':
      return matchesText(patternOf(wanted, look, true), request);
    case 'StringEqualsIgnoreCase':
    case 'Bool':
      return matchesText(lowered(patternOf(wanted, look, false)), request.toLowerCase());
    case 'ArnEquals':
    case 'ArnLike':
      return arnParts(wanted).length < 6 && wanted !== '*' ? 'no' : matchesArn(wanted, request, look);
    case 'BinaryEquals':
      return known(request === wanted);
    case 'IpAddress':
      return known(isWithin(request, wanted));
    default:
      return known(compareOrder(operator, request, wanted));
  }
}

function lowered(pattern: ReturnType<typeof patternOf>): ReturnType<typeof patternOf> {
  if (typeof pattern === 'string') return pattern;
  return pattern.map((piece) => (typeof piece === 'string' ? piece : { char: piece.char.toLowerCase() }));
}

/** Numbers as numbers, dates as instants; what is neither compares as false. */
function compareOrder(operator: Operator, request: string, wanted: string): boolean {
  const read = operator.startsWith('Numeric') ? numberOf : instantOf;
  const left = read(request);
  const right = read(wanted);
  if (left === null || right === null) return false;
  switch (operator.replace(/^(Numeric|Date)/, '')) {
    case 'Equals':
      return left === right;
    case 'LessThan':
      return left < right;
    case 'LessThanEquals':
      return left <= right;
    case 'GreaterThan':
      return left > right;
    default:
      return left >= right;
  }
}

function numberOf(text: string): number | null {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** ISO 8601, or seconds since 1970 (IAM guide, "Date condition operators"). */
function instantOf(text: string): number | null {
  if (/^\d{5,}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

function isWithin(address: string, range: string): boolean {
  const [base, length] = range.split('/');
  const wanted = bitsOf(base ?? '');
  const bits = bitsOf(address);
  if (wanted === null || bits === null || bits.length !== wanted.length) return false;
  const prefix = length === undefined ? bits.length : Number(length);
  return bits.slice(0, prefix) === wanted.slice(0, prefix);
}

/** An address as 32 or 128 characters 0 and 1. */
function bitsOf(address: string): string | null {
  if (address.includes(':')) return bitsOfSix(address);
  const bytes = address.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return null;
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function bitsOfSix(address: string): string | null {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = 8 - head.length - tail.length;
  if (after === undefined ? zeros !== 0 : zeros < 1) return null;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}
