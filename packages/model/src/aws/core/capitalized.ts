/** Members as CloudFormation spells them: with a capital letter, where an API spells them with a small one. */
import type { Json, LiveValue } from '../../live/index.ts';
import { isJsonObject, REDACTED } from '../../live/index.ts';

/** `names`: where that is not all of the difference. What was redacted stays as it is. */
export function capitalized(json: Json | undefined, names: Readonly<Record<string, string>> = {}): LiveValue {
  if (Array.isArray(json)) return (json as readonly Json[]).map((each) => capitalized(each, names));
  if (!isJsonObject(json) || REDACTED in json) return json;
  const spelled = (key: string): string => names[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [spelled(key), capitalized(value, names)]));
}
