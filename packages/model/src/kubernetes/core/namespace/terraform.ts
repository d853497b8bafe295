import { defineTerraform } from '../../../code/index.ts';
import { readNamespace } from './read-namespace.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { Namespace } from './shape.ts';

export const terraform = defineTerraform<Namespace>({
  types: ['kubernetes_namespace', 'kubernetes_namespace_v1', MANIFEST],
  accepts: acceptsKinds('Namespace'),
  read: (namespace, context) => {
    const manifest = manifestIn(namespace);
    if (manifest) return kubernetes.read(manifest, context);
    return readNamespace(namespace, context, {
      networkPolicies: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],
      limitRanges: ['kubernetes_limit_range', 'kubernetes_limit_range_v1'],
      resourceQuotas: ['kubernetes_resource_quota', 'kubernetes_resource_quota_v1'],
    });
  },
});
