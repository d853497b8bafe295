/** `kubernetes_manifest` of Terraform: an object of any kind, in the API's own words. */
import type { BlockReader } from '../code/index.ts';

export const MANIFEST = 'kubernetes_manifest';

/** The object inside; null for every other resource type. */
export function manifestIn(resource: BlockReader): BlockReader | null {
  return resource.resource?.type === MANIFEST ? resource.block('manifest') : null;
}

export function kindOf(resource: BlockReader): string {
  return resource.block('manifest').string('kind').value ?? '';
}

/** Takes manifests of certain kinds, and every resource that is no manifest. */
export function acceptsKinds(...kinds: readonly string[]): (resource: BlockReader) => boolean {
  return (resource) => resource.resource?.type !== MANIFEST || kinds.includes(kindOf(resource));
}
