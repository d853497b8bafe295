/** Records of logs are written by others: looked into with limits, never trusted to have a shape. */
import type { Json, JsonObject } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';

const MAX_DEPTH = 8;
const MAX_TEXTS = 400;
const MAX_LENGTH = 2048;

export function textIn(object: Json | undefined, key: string): string | undefined {
  const value = isJsonObject(object) ? object[key] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH ? value : undefined;
}

export function objectIn(object: Json | undefined, key: string): JsonObject | undefined {
  const value = isJsonObject(object) ? object[key] : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** All texts below, by the lower-case name of the nearest member; at most {@link MAX_TEXTS}. */
export function textsBelow(json: Json | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let count = 0;
  const walk = (value: Json | undefined, key: string, depth: number): void => {
    if (depth > MAX_DEPTH || count >= MAX_TEXTS) return;
    if (typeof value === 'string') {
      if (value === '' || value.length > MAX_LENGTH) return;
      count += 1;
      const same = found.get(key);
      if (!same) found.set(key, [value]);
      else if (!same.includes(value)) same.push(value);
    } else if (Array.isArray(value)) for (const each of value as readonly Json[]) walk(each, key, depth + 1);
    else if (isJsonObject(value)) for (const [name, each] of Object.entries(value)) walk(each, name.toLowerCase(), depth + 1);
  };
  walk(json, '', 0);
  return found;
}
