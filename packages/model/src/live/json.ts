/** Answers of cloud APIs as plain JSON, and ways to look into them that never throw. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The object's member; undefined when there is none, it is null, or `json` is no object. */
export function memberOf(json: Json | undefined, key: string): Json | undefined {
  const found = isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
  return found === null ? undefined : found;
}

/** What stands at a path of members (`Endpoint.Port`); undefined when there is nothing. */
export function jsonAt(json: Json | undefined, path: string): Json | undefined {
  let found = json;
  for (const key of path.split('.')) found = memberOf(found, key);
  return found;
}

export function textOf(json: Json | undefined, path: string): string | undefined {
  const found = jsonAt(json, path);
  return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

/**
 * The elements that a path names: `DBInstances`, `Reservations[].Instances[]` (the brackets may be left out), `Keys.Items`. The answer
 * itself for the empty path. Empty when there is nothing.
 */
export function itemsAt(json: Json | undefined, path: string): readonly Json[] {
  let found: readonly Json[] = json === undefined || json === null ? [] : [json];
  if (path === '') return found;
  for (const key of path.replaceAll('[]', '').split('.'))
    found = found.flatMap((each) => {
      const member = memberOf(each, key);
      return member === undefined ? [] : Array.isArray(member) ? (member as readonly Json[]) : [member];
    });
  return found;
}

/** JSON with the members of each object in order: equal requests have equal texts. */
export function canonicalJson(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  const members = Object.keys(json).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(json[key] ?? null)}`).join(',')}}`;
}
