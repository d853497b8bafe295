/** Looking into JSON nodes and values without knowing that they have the right kind. */
import type { Value } from '@kumomori/model';
import type { JsonNode } from '../json/index.ts';

export function members(node: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  return new Map(node?.kind === 'object' ? node.members.map(({ key, value }) => [key, value]) : []);
}

export function items(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

export function text(node: JsonNode | undefined): string | null {
  return node?.kind === 'string' ? node.value : null;
}

export function entries(value: Value | undefined): ReadonlyMap<string, Value> {
  return value?.kind === 'map' ? value.entries : new Map();
}
