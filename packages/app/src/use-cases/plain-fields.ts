/** Normalized resources as plain JSON, and what differs between two of them. */
import type { AnyNode, Json, JsonObject, Resource } from '@kumomori/model';
import { canonicalJson, isJsonObject } from '@kumomori/model';

/** Stands for a value that nobody knows: `{ $unknown: "sqs:GetQueueAttributes failed (AccessDenied)" }`. */
export const UNKNOWN = '$unknown';
/** Stands for a value that must not be shown. */
const HIDDEN: JsonObject = { $hidden: true };

/** The fields of a resource. What is not set is left out; a default stands like a written value. */
export function plainFields({ fields }: Resource): JsonObject {
  const plain = toPlain(fields as AnyNode);
  return isJsonObject(plain) ? plain : {};
}

function toPlain(node: AnyNode): Json | undefined {
  switch (node.node) {
    case 'leaf':
      if (node.state === 'absent') return undefined;
      if (node.state === 'unresolved' || node.state === 'outside') return unknown(node.reason?.detail);
      return node.sensitive ? HIDDEN : scalar(node.value);
    case 'ref':
      return node.target ?? (node.reason ? unknown(node.reason.detail) : undefined);
    case 'list': {
      const items = node.items.flatMap((item) => toPlain(item.node as AnyNode) ?? []);
      return node.rest ? [...items, unknown(node.rest.reason?.detail)] : items;
    }
    case 'map':
      return object([...node.entries].map(([key, value]) => [key, toPlain(value)]));
    case 'object':
      return object(Object.entries(node.fields as Readonly<Record<string, AnyNode>>).map(([key, value]) => [key, toPlain(value)]));
  }
}

function unknown(detail = ''): JsonObject {
  return { [UNKNOWN]: detail };
}

function scalar(value: unknown): Json | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Empty objects say as little as absent ones. */
function object(entries: readonly (readonly [string, Json | undefined])[]): JsonObject | undefined {
  const set = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return set.length === 0 ? undefined : Object.fromEntries(set);
}

export interface AttributeChange {
  /** `versioning.status`, `ingress[].cidrs`; the brackets stand for an element of a list, whose order does not count. */
  readonly path: string;
  /** Null: not set. */
  readonly before: Json;
  readonly after: Json;
  /** False: on one side nobody knows the value, so that it may not have changed at all. */
  readonly isCertain: boolean;
}

/** Attribute by attribute. Lists are compared as sets; an element that is the only one to differ is looked into. */
export function fieldChanges(before: Json | undefined, after: Json | undefined, path = ''): readonly AttributeChange[] {
  if (before === undefined && after === undefined) return [];
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  if (isUnknown(before) || isUnknown(after)) return [{ path, before: before ?? null, after: after ?? null, isCertain: false }];
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => fieldChanges(own(before, key), own(after, key), path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before as readonly Json[], after as readonly Json[], path);
  return [{ path, before: before ?? null, after: after ?? null, isCertain: true }];
}

function listChanges(before: readonly Json[], after: readonly Json[], path: string): readonly AttributeChange[] {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length + come.length === 0) return [];
  const [one] = gone;
  const [other] = come;
  if (gone.length === 1 && come.length === 1 && isJsonObject(one) && isJsonObject(other) && !isUnknown(one) && !isUnknown(other))
    return fieldChanges(one, other, `${path}[]`);
  return [
    ...gone.map((element) => ({
      path: `${path}[]`,
      before: element,
      after: null,
      isCertain: !isUnknown(element) && !come.some(isUnknown),
    })),
    ...come.map((element) => ({
      path: `${path}[]`,
      before: null,
      after: element,
      isCertain: !isUnknown(element) && !gone.some(isUnknown),
    })),
  ];
}

/** Elements that the other list does not have, each as often as it has them more. */
function without(list: readonly Json[], other: readonly Json[]): readonly Json[] {
  const counts = new Map<string, number>();
  for (const element of other) {
    const text = canonicalJson(element);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return list.filter((element) => {
    const text = canonicalJson(element);
    const left = counts.get(text) ?? 0;
    if (left > 0) counts.set(text, left - 1);
    return left === 0;
  });
}

function isUnknown(json: Json | undefined): boolean {
  return isJsonObject(json) && Object.hasOwn(json, UNKNOWN);
}

function own(json: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(json, key) ? json[key] : undefined;
}
