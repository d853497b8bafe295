import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readNetworkPolicy } from './read-network-policy.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { NetworkPolicy } from './shape.ts';

export const terraform = defineTerraform<NetworkPolicy>({
  types: ['kubernetes_network_policy', 'kubernetes_network_policy_v1', MANIFEST],
  accepts: acceptsKinds('NetworkPolicy'),
  read: (policy, context) => {
    const manifest = manifestIn(policy);
    if (manifest) return kubernetes.read(manifest, context);
    return readNetworkPolicy(policy, terraformBlocks, 'ports');
  },
});
