/** Values of the AWS SDK as the JSON that the API speaks: times as ISO 8601, bytes as base64, no metadata of the transport. */
import type { Json } from '@kumomori/model';

export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint')
    return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return toJson(Object.fromEntries(value));
  if (typeof value !== 'object') return null;
  // Streams are bodies of objects, which nobody here asks for.
  if (Symbol.asyncIterator in value) return null;
  const entries = Object.entries(value).filter(([key, each]) => key !== '$metadata' && each !== undefined && typeof each !== 'function');
  return Object.fromEntries(entries.map(([key, each]) => [key, toJson(each)]));
}
