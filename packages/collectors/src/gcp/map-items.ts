/** Changes the things of an answer where they stand. */
import type { Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';

/** `path` as in `entriesOf`: members, `*` for each member of an object; lists stand for their elements. */
export function mapItems(json: Json, path: string, change: (item: Json) => Json): Json {
  return path === '' ? change(json) : at(json, path.split('.'), change);
}

function at(json: Json, path: readonly string[], change: (item: Json) => Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map((each) => at(each, path[0] === '*' ? [] : path, change));
  const [step, ...rest] = path;
  if (step === undefined) return change(json);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, (step === '*' || step === key) && value !== null ? at(value, rest, change) : value]),
  );
}
