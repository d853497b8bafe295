import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { absent, byDefault, explicit } from '../../../code/index.ts';
import { inNamespace, lackOf } from '../../by-namespace.ts';
import { nameOf } from '../../metadata.ts';
import type { Namespace } from './shape.ts';

/** Block types that live in a namespace. */
export interface NamespaceFormat {
  readonly networkPolicies: readonly string[];
  readonly limitRanges: readonly string[];
  readonly resourceQuotas: readonly string[];
}

export function readNamespace(namespace: BlockReader, context: ReaderContext, format: NamespaceFormat): FieldsOf<Namespace> {
  const metadata = namespace.block('metadata');
  const labels = metadata.stringMap('labels');
  const level = labels.entries.get('pod-security.kubernetes.io/enforce');
  const holds = (types: readonly string[]): Leaf<boolean> => {
    const name = nameOf(namespace);
    const found = name === undefined ? undefined : types.flatMap((type) => inNamespace(context.all(type), name))[0];
    if (found) return explicit(true, found.place);
    return lackOf(types.flatMap((type) => context.all(type))) ?? byDefault(false, namespace.place);
  };
  return {
    labels,
    enforcedLevel: level ?? labels.rest ?? absent<string>(metadata.place),
    hasNetworkPolicy: holds(format.networkPolicies),
    hasLimitRange: holds(format.limitRanges),
    hasResourceQuota: holds(format.resourceQuotas),
  };
}
