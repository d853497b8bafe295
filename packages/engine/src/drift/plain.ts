/** Nodes as plain JSON: for comparing elements of lists and for showing values. */
import type { AnyNode, Json, JsonObject } from '@kumomori/model';

/** Stands for a value that must not be shown. */
export const HIDDEN: JsonObject = { $hidden: true };

/** What is not set, not known or empty is left out; `nameOf` says what a link to another resource is shown as. */
export function plainNode(node: AnyNode, nameOf: (target: string) => string): Json | undefined {
  switch (node.node) {
    case 'leaf':
      if (node.sensitive && node.value !== undefined) return HIDDEN;
      return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean' ? node.value : undefined;
    case 'ref':
      return node.target === null ? undefined : nameOf(node.target);
    case 'list': {
      const items = node.items.flatMap((item) => plainNode(item.node as AnyNode, nameOf) ?? []);
      return items.length > 0 ? items : undefined;
    }
    case 'map':
      return objectOf([...node.entries].map(([key, value]) => [key, plainNode(value, nameOf)]));
    case 'object':
      return objectOf(
        Object.entries(node.fields as Readonly<Record<string, AnyNode>>).map(([key, each]) => [key, plainNode(each, nameOf)]),
      );
  }
}

function objectOf(entries: readonly (readonly [string, Json | undefined])[]): JsonObject | undefined {
  const set = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return set.length > 0 ? Object.fromEntries(set) : undefined;
}
