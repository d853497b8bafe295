import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLine } from '@kumomori/model';
import { evaluated, resourcesOf, shownResource } from '../cases.test-helper.ts';

const application = (text: string): string => `Transform: AWS::Serverless-2016-10-31\n${text}`;

function typesOf(text: string): readonly (readonly [string, string])[] {
  return resourcesOf(evaluated(application(text))).map(({ address, type }) => [address, type]);
}

test('a function becomes a function with its role, its globals below its own properties', () => {
  const evaluation = evaluated(
    application(`Globals:
  Function:
    Runtime: nodejs22.x
    Tracing: Active
    Environment: { Variables: { STAGE: prod } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: ./orders
      Handler: index.handler
      Tags: { Owner: orders }
      Environment: { Variables: { TABLE: orders } }
      Policies:
        - AmazonS3ReadOnlyAccess
        - Statement: [{ Effect: Allow, Action: "sqs:*", Resource: "*" }]
        - DynamoDBReadPolicy: { TableName: orders }
`),
  );
  assert.deepEqual(shownResource(evaluation, 'Orders'), {
    Runtime: 'nodejs22.x',
    Environment: { Variables: { STAGE: 'prod', TABLE: 'orders' } },
    Handler: 'index.handler',
    Code: { S3Key: './orders' },
    TracingConfig: { Mode: 'Active' },
    Tags: [{ Key: 'Owner', Value: 'orders' }],
    Role: '?computed OrdersRole.Arn',
  });
  const role = shownResource(evaluation, 'OrdersRole') as Record<string, unknown>;
  const arn = (name: string): string => `arn:<?data-source AWS::Partition.partition>:iam::aws:policy/${name}`;
  assert.deepEqual(role['ManagedPolicyArns'], [
    arn('service-role/AWSLambdaBasicExecutionRole'),
    arn('AWSXrayWriteOnlyAccess'),
    arn('AmazonS3ReadOnlyAccess'),
  ]);
  assert.deepEqual(role['Policies'], [
    { PolicyName: 'OrdersRolePolicy1', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }] } },
  ]);
  const tracing = resourcesOf(evaluation)[0]?.block.attributes.get('TracingConfig');
  assert.equal(tracing && startLine(tracing.range), 5);
});

test('a URL without authentication comes with the permission that opens it', () => {
  const evaluation = evaluated(
    application(
      'Resources:\n  Orders: { Type: AWS::Serverless::Function, Properties: { Role: x, FunctionUrlConfig: { AuthType: NONE } } }\n',
    ),
  );
  assert.deepEqual(shownResource(evaluation, 'OrdersUrl'), { AuthType: 'NONE', TargetFunctionArn: '?computed Orders' });
  assert.deepEqual(shownResource(evaluation, 'OrdersUrlPublicPermissions'), {
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName: '?computed Orders',
    FunctionUrlAuthType: 'NONE',
    Principal: '*',
  });
});

test('events become mappings, permissions, methods, and the API that nobody declared', () => {
  assert.deepEqual(
    typesOf(`Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Role: x
      Events:
        Queue: { Type: SQS, Properties: { Queue: arn, BatchSize: 1 } }
        Topic: { Type: SNS, Properties: { Topic: arn } }
        Get: { Type: Api, Properties: { Path: /, Method: get } }
        Broken: 1
`),
    [
      ['Orders', 'AWS::Lambda::Function'],
      ['OrdersQueue', 'AWS::Lambda::EventSourceMapping'],
      ['OrdersTopicPermission', 'AWS::Lambda::Permission'],
      ['ServerlessRestApi', 'AWS::ApiGateway::RestApi'],
      ['ServerlessRestApi', 'AWS::ApiGateway::Stage'],
      ['OrdersGetMethod', 'AWS::ApiGateway::Method'],
    ],
  );
});

/** What is written under AuthType of API and event → what the method asks for. */
const authorizations: readonly (readonly [api: string, event: string, expected: string])[] = [
  ['{}', '{}', 'NONE'],
  ['{ DefaultAuthorizer: AWS_IAM }', '{}', 'AWS_IAM'],
  ['{ DefaultAuthorizer: AWS_IAM }', '{ Authorizer: NONE }', 'NONE'],
  ['{ DefaultAuthorizer: Users }', '{}', 'CUSTOM'],
];
for (const [api, event, expected] of authorizations) {
  test(`methods of an API with Auth ${api}, event ${event}: ${expected}`, () => {
    const evaluation = evaluated(
      application(`Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod, Auth: ${api} } }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Method: get, Auth: ${event} } } }
`),
    );
    assert.deepEqual(shownResource(evaluation, 'OrdersGetMethod'), {
      RestApiId: '?computed Api',
      HttpMethod: 'GET',
      AuthorizationType: expected,
    });
  });
}

test('tables, state machines, layers and HTTP APIs become what they stand for', () => {
  const text = `Resources:
  Table: { Type: AWS::Serverless::SimpleTable, Properties: { PrimaryKey: { Name: order, Type: Number } } }
  Machine: { Type: AWS::Serverless::StateMachine, Properties: { Role: x, DefinitionUri: a.json, Logging: { Level: ALL }, Tracing: { Enabled: true } } }
  Layer: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: ./layer } }
  Http: { Type: AWS::Serverless::HttpApi }
`;
  const evaluation = evaluated(application(text));
  assert.deepEqual(shownResource(evaluation, 'Table'), {
    AttributeDefinitions: [{ AttributeName: 'order', AttributeType: 'N' }],
    KeySchema: [{ AttributeName: 'order', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  assert.deepEqual(shownResource(evaluation, 'Machine'), {
    RoleArn: 'x',
    DefinitionS3Location: 'a.json',
    LoggingConfiguration: { Level: 'ALL' },
    TracingConfiguration: { Enabled: true },
  });
  assert.deepEqual(shownResource(evaluation, 'Layer'), { Content: { S3Key: './layer' } });
  assert.deepEqual(shownResource(evaluation, 'Http.Stage'), { StageName: '$default', ApiId: '?computed Http' });
});

test('the domain of an API becomes a domain name, known by the API that is written', () => {
  const types = typesOf(`Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Domain: { DomainName: shop.example.com, SecurityPolicy: TLS_1_2 }
`);
  assert.deepEqual(
    types.filter(([, type]) => type === 'AWS::ApiGateway::DomainName'),
    [['Shop', 'AWS::ApiGateway::DomainName']],
  );
});
