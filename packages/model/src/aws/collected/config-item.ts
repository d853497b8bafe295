/**
 * Configuration items of AWS Config: those of a delivered snapshot, and of the answers to `get-resource-config-history` and
 * `batch-get-resource-config`. Source: AWS Config Developer Guide, "Components of a Configuration Item", read 2026-11-22.
 */
import type { Json, JsonObject } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import type { Source } from '../../source.ts';

export interface ConfigItem {
  /** `AWS::S3::Bucket` */
  readonly type: string;
  readonly id: string;
  readonly arn: string | null;
  readonly account: string;
  /** `global` where there is none. */
  readonly region: string;
  /** When AWS Config looked, ISO 8601. */
  readonly capturedAt: string;
  /** When the snapshot was made: what ages are counted to. */
  readonly at: string;
  /** In the names of AWS Config, which begin with a small letter. */
  readonly configuration: JsonObject;
  /** Answers of further calls; those that came as JSON text are read. */
  readonly supplementary: JsonObject;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly source: Source;
}

const LISTS = ['configurationItems', 'baseConfigurationItems'] as const;

/** By what stands in the JSON: its items name an AWS type and a configuration. */
export function isConfigSnapshot(json: Json): boolean {
  return LISTS.some((list) => {
    const [first] = itemsAt(json, list);
    return textOf(first, 'resourceType')?.startsWith('AWS::') === true;
  });
}

/** Resources that are there; what was deleted or is not recorded has items as well. `at`: when the file was made. O(items). */
export function configItemsIn(json: Json, { source, at }: { readonly source: Source; readonly at: string }): readonly ConfigItem[] {
  return LISTS.flatMap((list) => itemsAt(json, list)).flatMap((item) => {
    const [type, id, account] = [textOf(item, 'resourceType'), textOf(item, 'resourceId'), textOf(item, 'accountId')];
    const status = textOf(item, 'configurationItemStatus') ?? 'OK';
    const configuration = unfolded(memberOf(item, 'configuration'));
    if (type === undefined || id === undefined || account === undefined) return [];
    if (!/^(?:OK|ResourceDiscovered)$/.test(status) || !isJsonObject(configuration)) return [];
    const supplementary = memberOf(item, 'supplementaryConfiguration');
    return [
      {
        type,
        id,
        account,
        arn: textOf(item, 'arn') ?? textOf(item, 'ARN') ?? null,
        region: textOf(item, 'awsRegion') ?? 'global',
        capturedAt: textOf(item, 'configurationItemCaptureTime') ?? '',
        at,
        configuration,
        supplementary: isJsonObject(supplementary)
          ? Object.fromEntries(Object.entries(supplementary).map(([key, value]) => [key, unfolded(value) ?? null]))
          : {},
        tags: tagsOf(item),
        source,
      },
    ];
  });
}

/** Deeper ones would end in a stack overflow of whoever walks them; what AWS records is below 30. */
const MAX_DEPTH = 100;

/** Text that holds JSON, once or twice over, as the JSON; everything else as it is. Undefined for what is nested too deep. */
export function unfolded(json: Json | undefined): Json | undefined {
  let found = json;
  for (let times = 0; times < 3 && typeof found === 'string' && /^\s*["[{]/.test(found); times += 1) {
    try {
      found = JSON.parse(found) as Json;
    } catch {
      return found;
    }
  }
  return isDeeper(found, MAX_DEPTH) ? undefined : found;
}

function isDeeper(json: Json | undefined, left: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (left === 0) return true;
  return (Array.isArray(json) ? (json as readonly Json[]) : Object.values(json)).some((each) => isDeeper(each, left - 1));
}

function tagsOf(item: Json): ConfigItem['tags'] {
  const tags = jsonAt(item, 'tags');
  if (isJsonObject(tags)) return Object.entries(tags).map(([Key, value]) => ({ Key, Value: typeof value === 'string' ? value : '' }));
  return itemsAt(item, 'tags').flatMap((tag) => {
    const Key = textOf(tag, 'key');
    return Key === undefined ? [] : [{ Key, Value: textOf(tag, 'value') ?? '' }];
  });
}
