/** Environment variables of services, however they are written: a map, or a list of names and values. */
import type { BlockReader, Leaf, MapNode } from '../../../code/index.ts';
import { placeWithin, unresolved } from '../../../code/index.ts';
import type { EnvironmentValue } from '../../../secrets/index.ts';
import { environmentCredentials } from '../../../secrets/index.ts';
import type { Value } from '../../../value.ts';

/** Where a service keeps variables. `name` and `value`: what a list calls them. */
export interface VariableSource {
  readonly block: BlockReader;
  readonly attribute: string;
  readonly name?: string;
  readonly value?: string;
}

/** Credentials among all variables of several sources. */
export function credentialsIn(sources: readonly VariableSource[], owner: BlockReader): MapNode<string> {
  const variables = sources.flatMap((source) => variablesOf(source));
  const rest = sources.map((source) => restOf(source)).find((each) => each !== null) ?? null;
  const written = sources.find(({ block, attribute }) => block.value(attribute));
  return environmentCredentials(variables, rest, written ? written.block.placeOf(written.attribute) : owner.place);
}

function variablesOf({ block, attribute, name = 'Name', value = 'Value' }: VariableSource): readonly EnvironmentValue[] {
  const all = block.value(attribute);
  if (all?.kind === 'map') return [...all.entries].map(([variable, each]) => ({ variable, value: each }));
  if (all?.kind !== 'list' && all?.kind !== 'set') return [];
  return all.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const [key, text] = [item.entries.get(name), item.entries.get(value)];
    return key?.kind === 'string' && text ? [{ variable: key.value, value: text }] : [];
  });
}

/** Why there may be more variables than are known. */
function restOf({ block, attribute }: VariableSource): Leaf<never> | null {
  const all = block.value(attribute);
  if (!all) {
    const hidden = block.missing(attribute);
    return hidden.state === 'absent' ? null : hidden;
  }
  const open = openPart(all);
  return open?.kind === 'unknown' ? unresolved(open.reason, placeWithin(block.placeOf(attribute), open)) : null;
}

function openPart(all: Value): Value | null {
  if (all.kind === 'unknown') return all;
  if (all.kind === 'map') return all.rest;
  if (all.kind === 'list' || all.kind === 'set') return all.rest ?? all.items.find((item) => item.kind === 'unknown') ?? null;
  return null;
}
