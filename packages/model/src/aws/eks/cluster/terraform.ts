import type { BlockReader, Leaf, ListNode } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object } from '../../../code/index.ts';
import type { Cluster, ClusterEndpoint } from './shape.ts';

export const terraform = defineTerraform<Cluster>({
  types: ['aws_eks_cluster'],
  identity: ['name'],
  read(cluster, context) {
    const network = cluster.block('vpc_config');
    return {
      endpoint: object<ClusterEndpoint>(
        {
          isPublic: network.boolean('endpoint_public_access', { default: true }),
          isPrivate: network.boolean('endpoint_private_access', { default: false }),
          publicCidrs: publicCidrs(network),
        },
        network.place,
      ),
      hasSecretsKey: secretsKey(cluster),
      logTypes: cluster.strings('enabled_cluster_log_types'),
      version: cluster.string('version'),
      deletionProtection: cluster.boolean('deletion_protection', { default: false }),
      tags: context.tags(cluster),
    };
  },
});

function publicCidrs(network: BlockReader): ListNode<string> {
  const written = network.strings('public_access_cidrs', { default: ['0.0.0.0/0'] });
  if (written.items.length > 0 || written.rest) return written;
  return { ...written, items: [{ node: byDefault('0.0.0.0/0', written.place), uncertain: false }] };
}

/** `secrets` is the only resource there is. */
function secretsKey(cluster: BlockReader): Leaf<boolean> {
  const config = cluster.block('encryption_config');
  if (!config.exists) return byDefault(false, cluster.place);
  const resources = config.strings('resources');
  if (resources.rest === null && !resources.items.some(({ node }) => node.value === 'secrets' || node.state === 'unresolved'))
    return explicit(false, config.place);
  return config.block('provider').isSet('key_arn');
}
