/** `"%s of %d".format([a, b])`. Source: cel-go "ext/strings", read 2026-11-22; widths of lists and maps in `%s` follow its text form. */
import { faults } from '../faults.ts';
import type { CelRun } from '../run.ts';
import { charge } from '../run.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { CelList, CelMap, CelOpaque, CelPartial, CelTime, CelTypeValue, CelUint, isKnown } from '../values.ts';
import type { CelFunction } from './define.ts';
import { define, list, text } from './define.ts';
import { formatDuration, formatTimestamp } from './time-texts.ts';

const MAX_DEPTH = 20;
const MAX_LENGTH = 1_000_000;

export function formatFunctions(): readonly CelFunction[] {
  return [define('string.format(list<dyn>): string', ([pattern, values], run) => format(text(pattern), list(values), run))];
}

function format(pattern: string, values: CelList, run: CelRun): CelValue {
  const { open } = values;
  if (open) return open;
  let next = 0;
  let failure: CelValue | null = null;
  const made = pattern.replaceAll(/%(?:%|(?:\.(\d{1,3}))?([a-zA-Z]))/g, (all, precision: string | undefined, verb: string | undefined) => {
    if (all === '%%' || verb === undefined) return '%';
    if (next >= values.length) failure ??= faults.noIndex(String(next), values.length);
    const value = values.at(next++);
    const written = isKnown(value) ? clause(value, { verb, precision: precision === undefined ? 6 : Number(precision) }) : value;
    if (typeof written === 'string') return written;
    failure ??= written ?? faults.badValue('format', `%${verb} does not take this value`);
    return '';
  });
  charge(run, (pattern.length + made.length) / 10);
  return failure ?? (made.length > MAX_LENGTH ? faults.overflow() : made);
}

interface Clause {
  readonly verb: string;
  readonly precision: number;
}

/** Null: the verb does not take the value. */
function clause(value: KnownCelValue, { verb, precision }: Clause): CelValue {
  if (value instanceof CelPartial) return value.unknown;
  const whole = typeof value === 'bigint' ? value : value instanceof CelUint ? value.value : null;
  switch (verb) {
    case 's':
      return display(value, 0);
    case 'd':
      return whole === null ? (typeof value === 'number' ? String(value) : null) : String(whole);
    case 'f':
      return typeof value === 'number' || whole !== null ? Number(whole ?? value).toFixed(Math.min(precision, 100)) : null;
    case 'e':
      return typeof value === 'number' || whole !== null
        ? Number(whole ?? value)
            .toExponential(Math.min(precision, 100))
            .replace(/e([+-])(\d)$/, 'e$10$2')
        : null;
    case 'b':
      return typeof value === 'boolean' ? (value ? '1' : '0') : (whole?.toString(2) ?? null);
    case 'o':
      return whole?.toString(8) ?? null;
    case 'x':
    case 'X': {
      const digits = value instanceof Uint8Array ? hex(value) : (whole?.toString(16) ?? null);
      return verb === 'X' ? (digits?.toUpperCase() ?? null) : digits;
    }
    default:
      return null;
  }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Unknown parts of a list make the whole text unknown. */
function display(value: KnownCelValue, depth: number): CelValue {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelTime) return value.kind === 'timestamp' ? formatTimestamp(value.nanoseconds) : formatDuration(value.nanoseconds);
  if (value instanceof CelTypeValue) return value.name;
  if (value instanceof CelOpaque) return value.key;
  if (depth > MAX_DEPTH) return faults.badValue('format', 'it is nested too deep');
  if (value instanceof CelList) return listText(value, depth);
  return value instanceof CelMap ? mapText(value, depth) : faults.badValue('format', '%s does not take this value');
}

function listText(value: CelList, depth: number): CelValue {
  if (value.open) return value.open;
  const parts: string[] = [];
  for (let index = 0; index < value.length; index++) {
    const part = inner(value.at(index), depth);
    if (typeof part !== 'string') return part;
    parts.push(part);
  }
  return `[${parts.join(', ')}]`;
}

function mapText(value: CelMap, depth: number): CelValue {
  if (value.rest) return value.rest;
  const parts: string[] = [];
  for (const key of value.keys().toSorted((a, b) => (String(a) < String(b) ? -1 : 1))) {
    const part = inner(value.get(key) ?? null, depth);
    if (typeof part !== 'string') return part;
    parts.push(`${String(key)}: ${part}`);
  }
  return `{${parts.join(', ')}}`;
}

function inner(value: CelValue, depth: number): CelValue {
  return isKnown(value) ? display(value, depth + 1) : value;
}
