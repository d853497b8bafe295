/** `azapi_resource` of Terraform: a resource of ARM in Terraform's clothes, read by the readers for ARM. */
import type { DeclaredAttribute, DeclaredResource } from '../declared.ts';
import type { Value } from '../value.ts';
import { structureOf } from './structure.ts';

/** Not `azapi_update_resource`: it changes some members of a resource declared elsewhere, and what it leaves out is not the default. */
const TYPES = new Set(['azapi_resource', 'azapi_data_plane_resource']);
/** Arguments of the provider that are members of the ARM resource as well. */
const SHARED = ['name', 'location', 'tags'];

/**
 * What the readers for ARM see of a root module with such resources: these (their address stays that of the block) and, for the endpoints
 * and diagnostic settings among them, all other blocks. Empty without such resources. O(blocks).
 */
export function azapiResources(resources: readonly DeclaredResource[]): readonly DeclaredResource[] {
  const read = resources.map((resource) => asArm(resource) ?? resource);
  return read.some((resource, index) => resource !== resources[index]) ? read : [];
}

function asArm(resource: DeclaredResource): DeclaredResource | null {
  const type = resource.block.attributes.get('type')?.value;
  if (!TYPES.has(resource.type) || resource.mode !== 'managed' || type?.kind !== 'string') return null;
  return { ...resource, type: type.value.replace(/@.*$/, ''), block: { ...resource.block, attributes: attributesOf(resource) } };
}

function attributesOf({ block }: DeclaredResource): ReadonlyMap<string, DeclaredAttribute> {
  const attributes = new Map<string, DeclaredAttribute>();
  for (const name of SHARED) {
    const attribute = block.attributes.get(name);
    if (attribute) attributes.set(name, attribute);
  }
  const parent = block.attributes.get('parent_id') ?? block.attributes.get('resource_id');
  if (parent) {
    attributes.set('parent', parent);
    attributes.set('scope', parent);
  }
  const body = block.attributes.get('body');
  const structure = body && structureOf(body.value);
  if (body && structure?.kind === 'map') for (const [key, value] of structure.entries) attributes.set(key, memberOf(value, body));
  // Of a body that nobody can read every member is unknown; those that checks read are these.
  else if (body) for (const key of ['properties', 'sku', 'identity', 'kind']) attributes.set(key, body);
  return attributes;
}

function memberOf(value: Value, body: DeclaredAttribute): DeclaredAttribute {
  return { value, range: value.range ?? body.range };
}
