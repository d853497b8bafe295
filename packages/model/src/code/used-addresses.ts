/** Which resources others use. */
import type { DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { Value } from '../value.ts';
import { partsOf } from '../value.ts';
import { bareAddress, blockType, referenceOf } from './address.ts';

/** Addresses that blocks refer to, and the types of those blocks; without instance keys where the instance that is meant is not known. */
export function usedAddresses(
  resources: readonly DeclaredResource[],
  isInstance: (address: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  const use = (address: string, type: string): void => {
    const users = used.get(address);
    if (users) users.add(type);
    else used.set(address, new Set([type]));
  };
  const named = liveNames(resources);
  // Values share their parts: each is looked at once for each resource, however often it appears.
  let seen = new Set<Value>();
  const visit = (value: Value, by: DeclaredResource): void => {
    if (seen.has(value)) return;
    seen.add(value);
    for (const { address } of value.refs)
      if (address !== referenceOf(by)) use(isInstance(address) ? address : bareAddress(address), blockType(by));
    for (const reference of value.kind === 'string' ? (named.get(value.value) ?? []) : [])
      if (reference !== referenceOf(by)) use(reference, blockType(by));
    for (const part of partsOf(value)) visit(part, by);
  };
  const visitBlock = (block: DeclaredBlock, by: DeclaredResource): void => {
    for (const { value } of block.attributes.values()) visit(value, by);
    for (const nested of block.blocks) visitBlock(nested, by);
  };
  for (const resource of resources) {
    seen = new Set();
    visitBlock(resource.block, resource);
  }
  return used;
}

/** Ids and ARNs of live resources, which name each other by nothing else; not their display names, which may be any word. */
function liveNames(resources: readonly DeclaredResource[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const resource of resources) {
    for (const name of resource.names ?? []) {
      if (name === resource.label) continue;
      const known = named.get(name);
      if (known) known.push(referenceOf(resource));
      else named.set(name, [referenceOf(resource)]);
    }
  }
  return named;
}
