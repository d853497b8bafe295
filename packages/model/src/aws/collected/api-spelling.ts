/** Names as AWS Config writes them → as the API does: `instanceId` → `InstanceId`. Source: resource schema of AWS Config, read 2026-11-22. */
import type { Json, JsonObject } from '../../live/index.ts';
import { isJsonObject } from '../../live/index.ts';

/** Where more than the first letter differs. */
const NAMES: Readonly<Record<string, string>> = {
  kmskeyArn: 'KMSKeyArn',
  ssedescription: 'SSEDescription',
  ssetype: 'SSEType',
  kmsmasterKeyArn: 'KMSMasterKeyArn',
  awsaccountId: 'AWSAccountId',
  customerMasterKeySpec: 'KeySpec',
};

/** Their members are names that users chose. */
const MAPS: ReadonlySet<string> = new Set(['variables', 'Variables']);

/** O(values). */
export function inApiSpelling(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(inApiSpelling);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]): readonly (readonly [string, Json])[] =>
      value === null ? [] : [[apiName(key), MAPS.has(key) ? value : inApiSpelling(value)]],
    ),
  );
}

export function objectInApiSpelling(json: JsonObject): JsonObject {
  const spelled = inApiSpelling(json);
  return isJsonObject(spelled) ? spelled : {};
}

function apiName(key: string): string {
  return NAMES[key] ?? `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
}
