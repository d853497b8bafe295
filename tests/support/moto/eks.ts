import { CreateClusterCommand as CreateEksClusterCommand, CreateNodegroupCommand, EKSClient } from '@aws-sdk/client-eks';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const eks = new EKSClient(connection);
  const network = await makeNetwork(connection, 68);
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/cluster`;
  const subnetIds = [...network.subnets];
  await eks.send(
    new CreateEksClusterCommand({
      name: 'orders-cluster-k8s',
      roleArn,
      version: '1.34',
      resourcesVpcConfig: { subnetIds, endpointPublicAccess: false, endpointPrivateAccess: true },
      logging: { clusterLogging: [{ types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'], enabled: true }] },
      encryptionConfig: [{ resources: ['secrets'], provider: { keyArn: CUSTOMER_KEY } }],
      deletionProtection: true,
    }),
  );
  await eks.send(
    new CreateEksClusterCommand({
      name: 'leaflets-cluster-k8s',
      roleArn,
      version: '1.21',
      resourcesVpcConfig: { subnetIds, endpointPublicAccess: true, endpointPrivateAccess: false },
    }),
  );
  const nodes = { nodeRole: roleArn, subnets: subnetIds, clusterName: 'orders-cluster-k8s' };
  await eks.send(
    new CreateNodegroupCommand({
      ...nodes,
      nodegroupName: 'orders-nodes',
      amiType: 'AL2023_x86_64_STANDARD',
      remoteAccess: { ec2SshKey: 'operators', sourceSecurityGroups: [network.group] },
    }),
  );
  await eks.send(
    new CreateNodegroupCommand({
      ...nodes,
      nodegroupName: 'leaflets-nodes',
      amiType: 'AL2_x86_64',
      remoteAccess: { ec2SshKey: 'operators' },
    }),
  );
}

// moto keeps no deletionProtection: no expectation about it.
export const expected: readonly Expectation[] = [
  ...pairs('orders-cluster-k8s', 'leaflets-cluster-k8s', [
    'aws-eks-control-plane-logging',
    'aws-eks-endpoint-not-public',
    'aws-eks-endpoint-private',
    'aws-eks-private-access',
    'aws-eks-secrets-encrypted',
    'aws-eks-version-supported',
  ]),
  ...pairs('orders-nodes', 'leaflets-nodes', ['aws-eks-nodes-no-open-ssh', 'aws-eks-nodes-supported-os']),
];
