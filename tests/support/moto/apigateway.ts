import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

const LOG_GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/shop/edge`;

export async function build(connection: Connection): Promise<void> {
  const client = new APIGatewayClient(connection);
  const make = async (name: string, authorizationType: string, stageName: string): Promise<string> => {
    const { id: restApiId = '' } = await client.send(new CreateRestApiCommand({ name, endpointConfiguration: { types: ['REGIONAL'] } }));
    const { items = [] } = await client.send(new GetResourcesCommand({ restApiId }));
    const { id: resourceId = '' } = await client.send(
      new CreateResourceCommand({ restApiId, parentId: items[0]?.id ?? '', pathPart: stageName }),
    );
    await client.send(new PutMethodCommand({ restApiId, resourceId, httpMethod: 'GET', authorizationType }));
    await client.send(new PutIntegrationCommand({ restApiId, resourceId, httpMethod: 'GET', type: 'MOCK' }));
    const { id: deploymentId = '' } = await client.send(new CreateDeploymentCommand({ restApiId }));
    const isGood = authorizationType !== 'NONE';
    await client.send(
      new CreateStageCommand({
        restApiId,
        stageName,
        deploymentId,
        tracingEnabled: isGood,
        cacheClusterEnabled: isGood,
        ...(isGood && { cacheClusterSize: '0.5' }),
      }),
    );
    return restApiId;
  };
  const good = await make('orders-api', 'AWS_IAM', 'orders');
  await client.send(
    new UpdateStageCommand({
      restApiId: good,
      stageName: 'orders',
      patchOperations: [
        { op: 'replace', path: '/accessLogSettings/destinationArn', value: LOG_GROUP },
        { op: 'replace', path: '/accessLogSettings/format', value: '$context.requestId' },
        { op: 'replace', path: '/clientCertificateId', value: 'abc123' },
        { op: 'replace', path: '/*/*/logging/loglevel', value: 'ERROR' },
        { op: 'replace', path: '/*/*/caching/dataEncrypted', value: 'true' },
        { op: 'replace', path: '/*/*/caching/enabled', value: 'true' },
      ],
    }),
  );
  const bad = await make('leaflets-api', 'NONE', 'leaflets');
  await client.send(
    new UpdateStageCommand({
      restApiId: bad,
      stageName: 'leaflets',
      patchOperations: [{ op: 'replace', path: '/*/*/logging/dataTrace', value: 'true' }],
    }),
  );
  for (const [domainName, securityPolicy] of [
    ['orders.example.com', 'TLS_1_2'],
    ['leaflets.example.com', 'TLS_1_0'],
  ] as const)
    await client.send(new CreateDomainNameCommand({ domainName, securityPolicy }));
}

// moto keeps neither clientCertificateId nor a web ACL of a stage, and says that caches are encrypted unless told otherwise: no expectation
// about those.
export const expected: readonly Expectation[] = [
  ...pairs('orders', 'leaflets', [
    'aws-apigateway-access-logging',
    'aws-apigateway-cache',
    'aws-apigateway-method-cache',
    'aws-apigateway-no-data-trace',
    'aws-apigateway-rest-logging',
    'aws-apigateway-rest-tracing',
  ]),
  ...pairs('orders.example.com', 'leaflets.example.com', ['aws-apigateway-domain-tls']),
  ...pairs('GET /orders', 'GET /leaflets', ['aws-apigateway-rest-authorizer']),
];
