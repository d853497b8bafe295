import type { BlockReader, Leaf, ListNode } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, object } from '../../../code/index.ts';
import type { Cluster, ClusterEndpoint } from './shape.ts';

/** Source: CloudFormation template reference, AWS::EKS::Cluster, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Cluster>({
  types: ['AWS::EKS::Cluster'],
  identity: ['Name'],
  read(cluster, context) {
    const network = cluster.block('ResourcesVpcConfig');
    return {
      endpoint: object<ClusterEndpoint>(
        {
          isPublic: network.boolean('EndpointPublicAccess', { default: true }),
          isPrivate: network.boolean('EndpointPrivateAccess', { default: false }),
          publicCidrs: publicCidrs(network),
        },
        network.place,
      ),
      hasSecretsKey: secretsKey(cluster),
      logTypes: cluster
        .block('Logging')
        .block('ClusterLogging')
        .list<string>('EnabledTypes', (each) => each.string('Type', { required: true })),
      version: cluster.string('Version'),
      deletionProtection: cluster.boolean('DeletionProtection', { default: false }),
      tags: context.tags(cluster),
    };
  },
});

function publicCidrs(network: BlockReader): ListNode<string> {
  const written = network.strings('PublicAccessCidrs', { default: ['0.0.0.0/0'] });
  if (written.items.length > 0 || written.rest) return written;
  return { ...written, items: [{ node: byDefault('0.0.0.0/0', written.place), uncertain: false }] };
}

/** `secrets` is the only resource there is. */
function secretsKey(cluster: BlockReader): Leaf<boolean> {
  const config = cluster.block('EncryptionConfig');
  if (!config.exists) return byDefault(false, cluster.place);
  const resources = config.strings('Resources');
  if (resources.rest === null && !resources.items.some(({ node }) => node.value === 'secrets' || node.state === 'unresolved'))
    return explicit(false, config.place);
  return config.block('Provider').isSet('KeyArn');
}
