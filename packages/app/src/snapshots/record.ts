/** A line of a snapshot ↔ a record. */
import type { CallError, CallRecord, Json, JsonObject } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';

/** Deeper answers would end in a stack overflow of whoever walks them; what the clouds answer is below 30. */
export const MAX_DEPTH = 200;

export type RecordTrouble = 'not-json' | 'not-a-record' | 'too-deep';

export function lineOf(record: CallRecord): string {
  const { request, at, response, error } = record;
  return `${JSON.stringify({ request, at, ...(error ? { error } : { response: response ?? null }) })}\n`;
}

export function parseRecord(line: string): CallRecord | RecordTrouble {
  let json: Json;
  try {
    json = JSON.parse(line) as Json;
  } catch {
    return 'not-json';
  }
  if (!isJsonObject(json)) return 'not-a-record';
  if (isDeeper(json, MAX_DEPTH)) return 'too-deep';
  const { request = {}, at = '', response, error } = json;
  if (!isJsonObject(request) || typeof at !== 'string') return 'not-a-record';
  if (error !== undefined && error !== null) {
    const read = errorOf(error);
    return read ? { request, at, error: read } : 'not-a-record';
  }
  return response === undefined ? 'not-a-record' : { request, at, response };
}

function errorOf(json: Json): CallError | null {
  if (!isJsonObject(json)) return null;
  const { code, message, permission } = json as JsonObject;
  if (typeof code !== 'string') return null;
  return { code, message: typeof message === 'string' ? message : '', ...(typeof permission === 'string' && { permission }) };
}

export function isDeeper(json: Json, left: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (left === 0) return true;
  for (const each of Array.isArray(json) ? (json as readonly Json[]) : Object.values(json)) if (isDeeper(each, left - 1)) return true;
  return false;
}
