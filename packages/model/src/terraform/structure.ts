/** The structure behind a JSON text. */
import type { ListValue, MapValue, UnknownValue, Value } from '../value.ts';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue } from '../value.ts';
import { toTextWithHoles } from './block-reader.ts';

/**
 * What a JSON text says: what it was encoded from (with the positions of its parts), else what parses; maps and lists are themselves.
 * Unknown parts inside strings of written text stay HOLEs. Null when it is no JSON object or array. O(text).
 */
export function structureOf(value: Value): MapValue | ListValue | UnknownValue | null {
  if (value.kind === 'map' || value.kind === 'list' || value.kind === 'set' || value.kind === 'unknown') return value;
  if (value.kind !== 'string' && value.kind !== 'template') return null;
  const root = value.structure ?? parsed(value);
  return root && (root.kind === 'map' || root.kind === 'list' || root.kind === 'set' || root.kind === 'unknown') ? root : null;
}

/** Text that came without structure. */
function parsed(value: Value): Value | null {
  const text = toTextWithHoles(value);
  if (typeof text !== 'string' || !/^[{[]/.test(text.trimStart())) return null;
  // A comma too many makes it no JSON, and the cloud refuses it; what its author means is plain all the same.
  const json = jsonOf(text) ?? jsonOf(text.replaceAll(/,(\s*[\]}])/g, '$1'));
  return json === undefined ? null : fromJson(json, value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromJson(json: unknown, source: Value): Value {
  if (json === null) return nullValue(source.range);
  if (typeof json === 'string') return stringValue(json, source.range);
  if (typeof json === 'number') return numberValue(json, source.range);
  if (typeof json === 'boolean') return boolValue(json, source.range);
  if (Array.isArray(json))
    return listValue(
      json.map((item) => fromJson(item, source)),
      source.range,
    );
  return mapValue(new Map(Object.entries(Object(json)).map(([key, item]) => [key, fromJson(item, source)])), source.range);
}
