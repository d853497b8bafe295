import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { byDefault, explicit } from '../../../code/index.ts';
import type { CoreObject } from './shape.ts';

/** The default service account, the API server's own service, and the certificates that every namespace gets. */
const BUILT_IN: ReadonlySet<string> = new Set(['default', 'kubernetes', 'kube-root-ca.crt']);

export function readObject(object: BlockReader): FieldsOf<CoreObject> {
  const metadata = object.block('metadata');
  return { namespace: metadata.string('namespace', { default: 'default' }), isBuiltIn: builtIn(metadata) };
}

function builtIn(metadata: BlockReader): Leaf<boolean> {
  const name = metadata.string('name');
  return name.value === undefined ? byDefault(false, metadata.place) : explicit(BUILT_IN.has(name.value), name.place);
}
