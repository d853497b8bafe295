/** REST bodies of Google Cloud in the words of the Terraform provider, which names members alike but in snake case. */
import type { Json, LiveValue } from '../../live/index.ts';
import { Missing, isJsonObject, memberOf, textOf } from '../../live/index.ts';

/** Members whose keys are the user's own. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  ...['labels', 'resourceLabels', 'userLabels', 'annotations', 'environmentVariables', 'metadataItems'],
]);

/** `networkConfig: { enablePublicIp }` → `network_config: { enable_public_ip }`; `IPProtocol` → `ip_protocol`. Lists and texts stay. O(members). */
export function inTerms(json: Json | undefined): LiveValue {
  if (json === undefined || json === null) return undefined;
  if (Array.isArray(json)) return (json as readonly Json[]).map(inTerms);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [snakeCase(key), OWN_KEYS.has(key) ? value : inTerms(value)]));
}

/** The members of an object in the words of the provider; none of anything else. */
export function membersInTerms(json: Json | undefined): { readonly [key: string]: LiveValue } {
  const words = inTerms(json);
  return isMembers(words) ? words : {};
}

export function isMembers(value: LiveValue): value is { readonly [key: string]: LiveValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Missing);
}

export function snakeCase(key: string): string {
  return key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** The last part of a name or URL: `us-central1` of `https://…/regions/us-central1`. */
export function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** A URL or full resource name as `projects/…`, in which all APIs agree; anything else stays. */
export function pathOf(text: string): string {
  const at = text.search(/(?:^|\/)(?:projects|folders|organizations)\//);
  return text.includes('//') && at > 0 ? text.slice(at + 1) : text;
}

/** The same of a member that names another thing. */
export function refAt(body: Json, path: string): string | undefined {
  const text = textOf(body, path);
  return text === undefined || text === '' ? undefined : pathOf(text);
}

/** True where the API says so; REST answers leave false out. */
export function flagAt(body: Json | undefined, path: string): boolean {
  return textOf(body, path) === 'true';
}

/** The objects of a list member. */
export function objectsAt(body: Json | undefined, key: string): readonly Json[] {
  const list = memberOf(body, key);
  return Array.isArray(list) ? (list as readonly Json[]).filter((each) => isJsonObject(each)) : [];
}

/** `[{ key, value }]` of instances and projects as a map. */
export function metadataMap(metadata: Json | undefined): LiveValue {
  if (metadata === undefined) return undefined;
  return Object.fromEntries(objectsAt(metadata, 'items').map((item) => [textOf(item, 'key') ?? '', memberOf(item, 'value')]));
}
