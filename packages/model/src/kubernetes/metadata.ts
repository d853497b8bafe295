/** What every object says of itself. */
import type { BlockReader } from '../code/block-reader.ts';

/** The namespace as text for comparing; `default` when it is not written. */
export function namespaceOf(object: BlockReader): string {
  return object.block('metadata').string('namespace').value ?? 'default';
}

export function nameOf(object: BlockReader): string | undefined {
  return object.block('metadata').string('name').value;
}
