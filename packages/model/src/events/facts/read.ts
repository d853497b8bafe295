/** How values are taken out of records of strangers: nothing here throws, and what does not fit is null. */
import type { LogEvent, EventFacts } from '../event.ts';

export type Raw = Readonly<Record<string, unknown>>;

const NONE: Raw = {};

/** The object at a key; an empty one where there is none. */
export function child(record: Raw, key: string): Raw {
  const value = record[key];
  // Every object that is no list has string keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : NONE;
}

/** The first object of a list at a key, or the object that stands there itself; an empty one where there is neither. */
export function first(record: Raw, key: string): Raw {
  const value = record[key];
  const item: unknown = Array.isArray(value) ? value[0] : value;
  return typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as Raw) : NONE;
}

export function list(record: Raw, key: string): readonly unknown[] {
  const value = record[key];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A text that says something; null for the empty one and for anything else. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A text, or a number as text: ids are written both ways. */
export function id(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : text(value);
}

/** The first of a record's keys that has a text or a number. */
export function any(record: Raw, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = id(record[key]);
    if (value !== null) return value;
  }
  return null;
}

/** A whole number, also when it is written as text. */
export function count(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** True and false, also when they are written as text in any case. */
export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

/** An object, also when a table holds it as JSON text. */
export function parsedChild(record: Raw, key: string): Raw {
  const value = record[key];
  if (typeof value !== 'string' || !value.startsWith('{')) return child(record, key);
  try {
    const inner: unknown = JSON.parse(value);
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Raw) : NONE;
  } catch {
    // Text that only looks like JSON says nothing.
    return NONE;
  }
}

/** What a reader knows of an event; the rest is null or unknown. */
export type Known = Partial<Omit<EventFacts, 'source'>>;

/** Facts with every member, in one order. */
export function facts(event: LogEvent, known: Known): EventFacts {
  return {
    source: event.source,
    eventId: known.eventId ?? null,
    time: known.time ?? null,
    account: known.account ?? event.origin?.account ?? null,
    region: known.region ?? event.origin?.region ?? null,
    principal: known.principal ?? null,
    actorKind: known.actorKind ?? 'unknown',
    session: known.session ?? null,
    credential: known.credential ?? null,
    sourceIp: known.sourceIp ?? null,
    userAgent: known.userAgent ?? null,
    service: known.service ?? null,
    action: known.action ?? null,
    resource: known.resource ?? null,
    outcome: known.outcome ?? 'unknown',
    error: known.error ?? null,
    readOnly: known.readOnly ?? null,
    bytesOut: known.bytesOut ?? null,
  };
}
