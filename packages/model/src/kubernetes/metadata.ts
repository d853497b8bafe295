/** What every object says of itself. */
import type { BlockReader } from '../code/index.ts';
import { identityOf } from '../code/index.ts';

/** The namespace for comparing; `default` when it is not written. The same reference is the same namespace. */
export function namespaceOf(object: BlockReader): string {
  const written = object.block('metadata').value('namespace');
  return (written && identityOf(written)) ?? 'default';
}

export function nameOf(object: BlockReader): string | undefined {
  return object.block('metadata').string('name').value;
}
