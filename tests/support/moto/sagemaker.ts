import {
  CreateDomainCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new SageMakerClient(connection);
  const network = await makeNetwork(connection, 65);
  await client.send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: 'orders-notebook',
      InstanceType: 'ml.t3.medium',
      RoleArn: ROLE,
      KmsKeyId: CUSTOMER_KEY,
      SubnetId: network.subnets[0],
      SecurityGroupIds: [network.group],
      DirectInternetAccess: 'Disabled',
      RootAccess: 'Disabled',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
    }),
  );
  await client.send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: 'leaflets-notebook',
      InstanceType: 'ml.t3.medium',
      RoleArn: ROLE,
      DirectInternetAccess: 'Enabled',
      RootAccess: 'Enabled',
    }),
  );
  const PrimaryContainer = { Image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/orders:1` };
  await client.send(
    new CreateModelCommand({
      ModelName: 'orders-model',
      ExecutionRoleArn: ROLE,
      PrimaryContainer,
      EnableNetworkIsolation: true,
      VpcConfig: { SecurityGroupIds: [network.group], Subnets: [...network.subnets] },
    }),
  );
  await client.send(new CreateModelCommand({ ModelName: 'leaflets-model', ExecutionRoleArn: ROLE, PrimaryContainer }));
  const variant = (ModelName: string, InitialInstanceCount: number): CreateEndpointConfigCommand['input']['ProductionVariants'] => [
    { VariantName: 'all', ModelName, InstanceType: 'ml.m5.large', InitialInstanceCount, InitialVariantWeight: 1 },
  ];
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'orders-endpoint',
      KmsKeyId: CUSTOMER_KEY,
      ProductionVariants: variant('orders-model', 2),
    }),
  );
  await client.send(
    new CreateEndpointConfigCommand({ EndpointConfigName: 'leaflets-endpoint', ProductionVariants: variant('leaflets-model', 1) }),
  );
  const domain = {
    AuthMode: 'IAM',
    DefaultUserSettings: { ExecutionRole: ROLE },
    VpcId: network.vpc,
  } as const;
  await client.send(
    new CreateDomainCommand({
      ...domain,
      SubnetIds: [...network.subnets],
      DomainName: 'orders-domain',
      AppNetworkAccessType: 'VpcOnly',
      KmsKeyId: CUSTOMER_KEY,
    }),
  );
  await client.send(
    new CreateDomainCommand({
      ...domain,
      SubnetIds: [...network.subnets],
      DomainName: 'leaflets-domain',
      AppNetworkAccessType: 'PublicInternetOnly',
    }),
  );
}

// moto answers an empty VpcConfig where there is none, EnableNetworkIsolation: false always, and keeps no configuration of the metadata
// service: no expectation about those.
export const expected: readonly Expectation[] = [
  ...pairs('orders-domain', 'leaflets-domain', ['aws-sagemaker-domain-cmk', 'aws-sagemaker-domain-vpc-only']),
  ...pairs('orders-endpoint', 'leaflets-endpoint', ['aws-sagemaker-endpoint-cmk', 'aws-sagemaker-endpoint-instance-count']),
  ...pairs('orders-notebook', 'leaflets-notebook', [
    'aws-sagemaker-notebook-encrypted',
    'aws-sagemaker-notebook-in-vpc',
    'aws-sagemaker-notebook-no-direct-internet',
    'aws-sagemaker-notebook-no-root',
  ]),
];
