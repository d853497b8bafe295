/** Names of events → permissions, with the real catalogue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsOfEvent, readEvent } from '@kumomori/engine';
import type { Json } from '@kumomori/model';
import { actionCatalogue } from './action-catalogue.ts';

const found = await actionCatalogue();
assert.ok(found, 'the catalogue of actions is installed');
const catalogue = found;

/** Source, name of the event, actions; `-`: no permission is needed, `?`: reported as unmapped. */
const TABLE = `
s3                   HeadObject                        s3:GetObject
s3                   ListObjects                       s3:ListBucket
s3                   ListObjectsV2                     s3:ListBucket
s3                   CreateMultipartUpload             s3:PutObject
s3                   CopyObject                        s3:PutObject s3:GetObject
s3                   DeleteObjects                     s3:DeleteObject
s3                   ListBuckets                       s3:ListAllMyBuckets
s3                   GetBucketEncryption               s3:GetEncryptionConfiguration
s3                   DeleteBucketLifecycle             s3:PutLifecycleConfiguration
s3                   PutBucketCors                     s3:PutBucketCORS
s3                   ListBucketInventoryConfigurations s3:GetInventoryConfiguration
s3                   GetBucketPolicy                   s3:GetBucketPolicy
s3                   GetBucketPublicAccessBlock        s3:GetBucketPublicAccessBlock
lambda               CreateFunction20150331            lambda:CreateFunction
lambda               UpdateFunctionCode20150331v2      lambda:UpdateFunctionCode
lambda               ListFunctions20150331             lambda:ListFunctions
lambda               TagResource20170331v2             lambda:TagResource
lambda               Invoke                            lambda:InvokeFunction
cloudfront           CreateDistribution2020_05_31      cloudfront:CreateDistribution
cloudfront           CreateInvalidation                cloudfront:CreateInvalidation
monitoring           PutMetricAlarm                    cloudwatch:PutMetricAlarm
elasticloadbalancing DescribeLoadBalancers             elasticloadbalancing:DescribeLoadBalancers
elasticloadbalancing RegisterInstancesWithLoadBalancer elasticloadbalancing:RegisterInstancesWithLoadBalancer
email                SendEmail                         ses:SendEmail
sts                  AssumeRoleWithSAML                sts:AssumeRoleWithSAML
sts                  GetCallerIdentity                 sts:GetCallerIdentity
apigateway           GetRestApis                       apigateway:GET
apigateway           CreateDeployment                  apigateway:POST
apigateway           UpdateStage                       apigateway:PATCH
apigateway           DeleteRestApi                     apigateway:DELETE
apigateway           PutIntegration                    apigateway:PUT
kms                  CreateGrant                       kms:CreateGrant
kms                  ReEncrypt                         kms:ReEncryptFrom kms:ReEncryptTo
kms                  RotateKey                         -
sqs                  SendMessageBatch                  sqs:SendMessage
sns                  PublishBatch                      sns:Publish
dynamodb             TransactGetItems                  dynamodb:GetItem
streams.dynamodb     GetRecords                        dynamodb:GetRecords
tagging              GetResources                      tag:GetResources
bedrock              Converse                          bedrock:InvokeModel
budgets              DescribeBudgets                   budgets:ViewBudget
autoscaling          RegisterScalableTarget            application-autoscaling:RegisterScalableTarget
autoscaling          CreateAutoScalingGroup            autoscaling:CreateAutoScalingGroup
ec2                  RunInstances                      ec2:RunInstances
iam                  CreateAccessKey                   iam:CreateAccessKey
secretsmanager       GetSecretValue                    secretsmanager:GetSecretValue
ssm                  GetParametersByPath               ssm:GetParametersByPath
ecr                  GetAuthorizationToken             ecr:GetAuthorizationToken
logs                 CreateLogGroup                    logs:CreateLogGroup
cloudtrail           LookupEvents                      cloudtrail:LookupEvents
rdsdata              ExecuteStatement                  rds-data:ExecuteStatement
signin               ConsoleLogin                      -
s3                   DoSomethingNew                    ?
brandnewservice      CreateThing                       ?
`;

for (const line of TABLE.trim().split('\n')) {
  const [source = '', name = '', ...actions] = line.split(/\s+/);
  test(`${source} ${name} is ${actions.join(' and ')}`, () => {
    const { actions: mapped, by } = actionsOfEvent(`${source}.amazonaws.com`, name, catalogue);
    const shown = by === 'unmapped' ? ['?'] : by === 'none' ? ['-'] : mapped;
    assert.deepEqual(shown, actions);
  });
}

const call = (more: Readonly<Record<string, Json>>): Json => ({
  eventTime: '2026-11-01T09:00:00Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'DescribeInstances',
  awsRegion: 'ap-northeast-1',
  recipientAccountId: '123456789012',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/hanako', accountId: '123456789012' },
  ...more,
});

test('resources come from the record, from ARNs and from parameters', () => {
  const uses = (more: Readonly<Record<string, Json>>): unknown =>
    readEvent(call(more), catalogue)?.uses.map(({ action, resources, isComplete }) => [action, resources.join(' '), isComplete]);
  assert.deepEqual(
    uses({ eventName: 'StopInstances', requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } } }),
    [
      [
        'ec2:StopInstances',
        'arn:aws:ec2:ap-northeast-1:123456789012:instance/i-1 arn:aws:ec2:ap-northeast-1:123456789012:instance/i-2',
        true,
      ],
    ],
  );
  assert.deepEqual(
    uses({ eventSource: 's3.amazonaws.com', eventName: 'HeadObject', requestParameters: { bucketName: 'orders-bucket', key: 'a/b' } }),
    [['s3:GetObject', 'arn:aws:s3:::orders-bucket/a/b', true]],
  );
  assert.deepEqual(
    uses({
      eventSource: 'sqs.amazonaws.com',
      eventName: 'SendMessage',
      requestParameters: { queueUrl: 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/orders' },
    }),
    [['sqs:SendMessage', 'arn:aws:sqs:ap-northeast-1:123456789012:orders', true]],
  );
  assert.deepEqual(
    uses({
      eventSource: 'lambda.amazonaws.com',
      eventName: 'CreateFunction20150331',
      requestParameters: { functionName: 'app', role: 'arn:aws:iam::123456789012:role/app' },
    }),
    [
      ['lambda:CreateFunction', 'arn:aws:lambda:ap-northeast-1:123456789012:function:app', true],
      ['iam:PassRole', 'arn:aws:iam::123456789012:role/app', true],
    ],
  );
  // A network interface, a subnet and an image are checked as well: what the record does not tell is not complete.
  const [started] =
    readEvent(call({ eventName: 'RunInstances', requestParameters: { instancesSet: { items: [{ imageId: 'ami-1' }] } } }), catalogue)
      ?.uses ?? [];
  assert.deepEqual([started?.action, started?.isComplete], ['ec2:RunInstances', false]);
});

test('a session is its role, with the person behind it; a refusal is no use', () => {
  const event = readEvent(
    call({
      errorCode: 'Client.UnauthorizedOperation',
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789012:assumed-role/ops/hanako@example.com',
        accountId: '123456789012',
        sessionContext: { sourceIdentity: 'hanako', sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::123456789012:role/team/ops' } },
      },
    }),
    catalogue,
  );
  const { caller, isDenied } = event ?? assert.fail('no event');
  assert.deepEqual(
    [caller.kind, caller.id, caller.session, caller.sourceIdentity, isDenied],
    ['role', 'arn:aws:iam::123456789012:role/team/ops', 'hanako@example.com', 'hanako', true],
  );
});

test('records that are no calls give nothing, whatever their shape', () => {
  for (const record of [
    null,
    [],
    'text',
    {},
    { eventTime: 'yesterday', eventSource: 's3', eventName: 'GetObject' },
    call({ eventType: 'AwsServiceEvent' }),
  ])
    assert.equal(readEvent(record, catalogue), null);
  const odd = readEvent(call({ userIdentity: [1], requestParameters: 'text', resources: { ARN: 1 } }), catalogue);
  assert.equal(odd?.caller.kind, 'unknown');
});
