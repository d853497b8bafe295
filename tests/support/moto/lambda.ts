import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  LambdaClient,
  PublishLayerVersionCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, LEAKED, pairs, policyText } from './expectation.ts';
import { makeNetwork } from './network.ts';

/** A ZIP archive without files. */
const ZipFile = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64');

export async function build(connection: Connection): Promise<void> {
  const network = await makeNetwork(connection, 62);
  await new IAMClient(connection).send(
    new CreateRoleCommand({
      RoleName: 'functions',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    }),
  );
  const client = new LambdaClient(connection);
  const common = { Role: `arn:aws:iam::${ACCOUNT}:role/functions`, Handler: 'index.handler', Code: { ZipFile } };
  await client.send(
    new CreateFunctionCommand({
      ...common,
      FunctionName: 'orders-function',
      Runtime: 'nodejs22.x',
      KMSKeyArn: CUSTOMER_KEY,
      Environment: { Variables: { STAGE: 'production' } },
      TracingConfig: { Mode: 'Active' },
      DeadLetterConfig: { TargetArn: `arn:aws:sqs:us-east-1:${ACCOUNT}:orders-failed` },
      VpcConfig: { SubnetIds: [...network.subnets], SecurityGroupIds: [network.group] },
    }),
  );
  await client.send(new PutFunctionConcurrencyCommand({ FunctionName: 'orders-function', ReservedConcurrentExecutions: 10 }));
  await client.send(
    new AddPermissionCommand({
      FunctionName: 'orders-function',
      StatementId: 'events',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: `arn:aws:events:us-east-1:${ACCOUNT}:rule/nightly`,
    }),
  );
  await client.send(
    new CreateFunctionUrlConfigCommand({
      FunctionName: 'orders-function',
      AuthType: 'AWS_IAM',
      Cors: { AllowOrigins: ['https://shop.example.com'], AllowMethods: ['GET'] },
    }),
  );
  await client.send(
    new CreateFunctionCommand({
      ...common,
      FunctionName: 'leaflets-function',
      Runtime: 'python3.7',
      Environment: { Variables: { AWS_SECRET_ACCESS_KEY: LEAKED } },
    }),
  );
  await client.send(
    new AddPermissionCommand({
      FunctionName: 'leaflets-function',
      StatementId: 'everybody',
      Action: 'lambda:InvokeFunction',
      Principal: '*',
    }),
  );
  await client.send(
    new AddPermissionCommand({
      FunctionName: 'leaflets-function',
      StatementId: 'buckets',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    }),
  );
  await client.send(
    new CreateFunctionUrlConfigCommand({
      FunctionName: 'leaflets-function',
      AuthType: 'NONE',
      Cors: { AllowOrigins: ['*'], AllowMethods: ['*'] },
    }),
  );
  await client.send(new PublishLayerVersionCommand({ LayerName: 'orders-layer', Content: { ZipFile } }));
}

// moto leaves DeadLetterConfig and KMSKeyArn out of its answers and has no ListFunctionUrlConfigs: no expectation about those.
export const expected: readonly Expectation[] = [
  ...pairs('orders-function', 'leaflets-function', [
    'aws-lambda-no-secrets-in-env',
    'aws-lambda-in-vpc',
    'aws-lambda-reserved-concurrency',
    'aws-lambda-runtime-supported',
    'aws-lambda-tracing',
  ]),
  ...pairs('buckets', 'everybody', ['aws-lambda-not-public']),
  ...pairs('events', 'buckets', ['aws-lambda-permission-source-restricted']),
];
