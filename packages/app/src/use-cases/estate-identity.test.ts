import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Estate, Known, SourcedDocument } from '@kumomori/model';
import { isUndecided, readEstate } from '@kumomori/model';
import type { ExampleCall } from '@kumomori/model';
import { exampleRoots } from './example-resources.ts';

const ACCOUNT = '123456789012';

function estateOf(format: 'terraform' | 'cloudformation' | 'live', source: string | readonly ExampleCall[]): Estate {
  return readEstate(exampleRoots(format, source, 'aws.iam.role'), { account: ACCOUNT });
}

function documentIn(document: Known<SourcedDocument | undefined>): unknown {
  return isUndecided(document) ? `? ${document.undecided.code}` : document?.document;
}

/** What the analyses take of identities, without places and ids of blocks. */
function identitiesIn(estate: Estate): unknown {
  const trust = (text: string): string => text.replace(/^arn:aws:iam::\d{12}:(?:user|role|group)\/(?:.*\/)?/, '');
  return {
    roles: estate
      .all('aws.role')
      .map(({ id, name, path, boundary, trust: policy }) => ({ id, name, path, boundary, trust: documentIn(policy) })),
    users: estate.all('aws.user').map(({ id, name }) => ({ id, name })),
    groups: estate.all('aws.group').map(({ id }) => id),
    memberships: estate
      .all('aws.membership')
      .filter(({ groups }) => groups.items.length > 0)
      .flatMap(({ users, groups }) => users.items.flatMap((user) => groups.items.map((group) => `${trust(user)} in ${trust(group)}`)))
      .filter((each, index, all) => all.indexOf(each) === index),
    policies: estate.all('aws.managed-policy').map(({ id, document }) => [id, documentIn(document)]),
    grants: estate
      .all('aws.grant')
      .map(({ holderKind, holders, policy, document }) => [holderKind, holders.items.map(trust).join(), policy ?? documentIn(document)])
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    profiles: estate.all('aws.instance-profile').map(({ id, roles }) => [id, roles.items.map(trust).join()]),
  };
}

const ec2 = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } };
const trustPolicy = { Version: '2012-10-17', Statement: [ec2] };
const readOrders = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*' }],
};
const limits = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const json = (value: unknown): string => JSON.stringify(value);

const terraform = `
resource "aws_iam_role" "app" {
  name                 = "orders-app"
  path                 = "/service/"
  assume_role_policy   = jsonencode(${json(trustPolicy)})
  permissions_boundary = aws_iam_policy.limits.arn
}
resource "aws_iam_role_policy" "read" {
  role   = aws_iam_role.app.id
  policy = jsonencode(${json(readOrders)})
}
resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
resource "aws_iam_policy" "limits" {
  name   = "limits"
  policy = jsonencode(${json(limits)})
}
resource "aws_iam_group" "analysts" { name = "analysts" }
resource "aws_iam_group_policy_attachment" "read" {
  group      = aws_iam_group.analysts.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
resource "aws_iam_user" "hanako" { name = "hanako" }
resource "aws_iam_user_group_membership" "hanako" {
  user   = aws_iam_user.hanako.name
  groups = [aws_iam_group.analysts.name]
}
resource "aws_iam_instance_profile" "app" {
  name = "orders-app"
  role = aws_iam_role.app.name
}
`;

const cloudformation = `
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders-app
      Path: /service/
      AssumeRolePolicyDocument: ${json(trustPolicy)}
      PermissionsBoundary: !Ref Limits
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore]
      Policies:
        - PolicyName: read
          PolicyDocument: ${json(readOrders)}
  Limits:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: limits
      PolicyDocument: ${json(limits)}
  Analysts:
    Type: AWS::IAM::Group
    Properties:
      GroupName: analysts
      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]
  Hanako:
    Type: AWS::IAM::User
    Properties:
      UserName: hanako
      Groups: [!Ref Analysts]
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      InstanceProfileName: orders-app
      Roles: [!Ref App]
`;

const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`;
const live: readonly ExampleCall[] = [
  {
    call: 'iam:GetAccountAuthorizationDetails',
    response: {
      UserDetailList: [{ UserName: 'hanako', Arn: arn('user/hanako'), UserId: 'AIDAEXAMPLE', Path: '/', GroupList: ['analysts'] }],
      GroupDetailList: [
        {
          GroupName: 'analysts',
          Arn: arn('group/analysts'),
          GroupId: 'AGPAEXAMPLE',
          AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        },
      ],
      RoleDetailList: [
        {
          RoleName: 'orders-app',
          Arn: arn('role/service/orders-app'),
          RoleId: 'AROAEXAMPLE',
          Path: '/service/',
          AssumeRolePolicyDocument: encodeURIComponent(json(trustPolicy)),
          RolePolicyList: [{ PolicyName: 'read', PolicyDocument: encodeURIComponent(json(readOrders)) }],
          AttachedManagedPolicies: [{ PolicyName: 'x', PolicyArn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore' }],
          PermissionsBoundary: { PermissionsBoundaryArn: arn('policy/limits') },
          InstanceProfileList: [{ InstanceProfileName: 'orders-app', Arn: arn('instance-profile/orders-app') }],
        },
      ],
      Policies: [
        {
          PolicyName: 'limits',
          Arn: arn('policy/limits'),
          PolicyVersionList: [{ IsDefaultVersion: true, Document: encodeURIComponent(json(limits)) }],
        },
      ],
    },
  },
  { call: 'iam:ListAccessKeys', request: { UserName: 'hanako' }, response: { AccessKeyMetadata: [] } },
];

test('identities read alike from Terraform, CloudFormation and a live account', () => {
  const expected = {
    roles: [
      { id: arn('role/service/orders-app'), name: 'orders-app', path: '/service/', boundary: arn('policy/limits'), trust: trustPolicy },
    ],
    users: [{ id: arn('user/hanako'), name: 'hanako' }],
    groups: [arn('group/analysts')],
    memberships: ['hanako in analysts'],
    policies: [[arn('policy/limits'), limits]],
    grants: [
      ['aws.group', 'analysts', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
      ['aws.role', 'orders-app', 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'],
      ['aws.role', 'orders-app', readOrders],
    ],
    profiles: [[arn('instance-profile/orders-app'), 'orders-app']],
  };
  assert.deepEqual(identitiesIn(estateOf('terraform', terraform)), expected);
  assert.deepEqual(identitiesIn(estateOf('cloudformation', cloudformation)), expected);
  assert.deepEqual(identitiesIn(estateOf('live', live)), expected);
});

/** Terraform text → holders and what they hold. */
const SPELLINGS: readonly (readonly [name: string, text: string, grants: readonly string[]])[] = [
  [
    'a policy attached to many at once',
    `resource "aws_iam_policy_attachment" "all" {
      name = "all"
      users = ["hanako"]
      roles = ["app"]
      groups = ["analysts"]
      policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    }`,
    ['aws.group analysts ReadOnlyAccess', 'aws.role app ReadOnlyAccess', 'aws.user hanako ReadOnlyAccess'],
  ],
  [
    'policies within the block of a role',
    `resource "aws_iam_role" "app" {
      name = "app"
      assume_role_policy = "{}"
      managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess"]
      inline_policy {
        name = "own"
        policy = jsonencode({ Statement = [] })
      }
    }`,
    ['aws.role arn:aws:iam::123456789012:role/app PowerUserAccess', 'aws.role arn:aws:iam::123456789012:role/app inline'],
  ],
  [
    'an empty inline policy block grants nothing',
    `resource "aws_iam_role" "app" {
      name = "app"
      assume_role_policy = "{}"
      inline_policy {}
    }`,
    [],
  ],
  [
    'all attachments of a user as one block',
    `resource "aws_iam_user_policy_attachments_exclusive" "hanako" {
      user_name = "hanako"
      policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", var.more]
    }
    variable "more" {}`,
    ['aws.user hanako ReadOnlyAccess', 'aws.user hanako ~var.more'],
  ],
  [
    'a policy of which nobody knows which it is',
    `resource "aws_iam_role_policy_attachment" "some" {
      role = "app"
      policy_arn = var.on ? "arn:aws:iam::aws:policy/ReadOnlyAccess" : data.http.policy.body
    }
    variable "on" {}`,
    ['aws.role app ?'],
  ],
  [
    'a permission set of Identity Center',
    `resource "aws_ssoadmin_permission_set" "ops" {
      name = "Ops"
      instance_arn = "arn:aws:sso:::instance/ssoins-1"
    }
    resource "aws_ssoadmin_managed_policy_attachment" "ops" {
      instance_arn = "arn:aws:sso:::instance/ssoins-1"
      permission_set_arn = aws_ssoadmin_permission_set.ops.arn
      managed_policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
    }`,
    ['aws.permission-set arn:aws:sso:::permissionSet/~instance/~aws_ssoadmin_permission_set.ops PowerUserAccess'],
  ],
];

for (const [name, text, expected] of SPELLINGS) {
  test(`grants: ${name}`, () => {
    const grants = estateOf('terraform', text)
      .all('aws.grant')
      .flatMap(({ holderKind, holders, policy }) =>
        holders.items.map((holder) => {
          const held = isUndecided(policy) ? '?' : policy === undefined ? 'inline' : policy.slice(policy.lastIndexOf('/') + 1);
          return `${holderKind} ${holder} ${held}`;
        }),
      );
    assert.deepEqual(grants.toSorted(), expected);
  });
}

/** Terraform text → whose policy it is. */
const RESOURCE_POLICIES: readonly (readonly [text: string, kind: string, resource: string])[] = [
  ['resource "aws_s3_bucket_policy" "x" { bucket = aws_s3_bucket.x.id policy = "{}" }', 's3.bucket', 'orders-bucket'],
  [
    'resource "aws_sqs_queue_policy" "x" { queue_url = aws_sqs_queue.x.id policy = "{}" }',
    'sqs.queue',
    'https://sqs.ap-northeast-1.amazonaws.com/123456789012/orders',
  ],
  [
    'resource "aws_sns_topic_policy" "x" { arn = aws_sns_topic.x.arn policy = "{}" }',
    'sns.topic',
    'arn:aws:sns:ap-northeast-1:123456789012:orders',
  ],
  [
    'resource "aws_lambda_permission" "x" { function_name = aws_lambda_function.x.arn action = "lambda:InvokeFunction" principal = "s3.amazonaws.com" }',
    'lambda.function',
    'arn:aws:lambda:ap-northeast-1:123456789012:function:orders',
  ],
  [
    'resource "aws_secretsmanager_secret_policy" "x" { secret_arn = aws_secretsmanager_secret.x.arn policy = "{}" }',
    'secretsmanager.secret',
    'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-~~~~~~',
  ],
  ['resource "aws_ecr_repository_policy" "x" { repository = aws_ecr_repository.x.name policy = "{}" }', 'ecr.repository', 'orders'],
];

const THINGS = `
provider "aws" { region = "ap-northeast-1" }
resource "aws_s3_bucket" "x" { bucket = "orders-bucket" }
resource "aws_sqs_queue" "x" { name = "orders" }
resource "aws_sns_topic" "x" { name = "orders" }
resource "aws_lambda_function" "x" { function_name = "orders" }
resource "aws_secretsmanager_secret" "x" { name = "orders" }
resource "aws_ecr_repository" "x" { name = "orders" }
`;

for (const [text, kind, resource] of RESOURCE_POLICIES) {
  test(`the policy of ${kind} names what it belongs to`, () => {
    const body = text.replace(/ (?=\w+ = )/g, '\n').replace(' }', '\n}');
    const [policy] = estateOf('terraform', `${THINGS}${body}`).all('aws.resource-policy');
    assert.equal(policy?.resourceKind, kind);
    assert.equal(policy?.resource, resource);
  });
}

test('a key without a policy has that of KMS, which gives way to one that is written beside it', () => {
  const [policy] = estateOf('terraform', 'resource "aws_kms_key" "x" {}').all('aws.resource-policy');
  assert.equal(policy?.isDefault, true);
  assert.match(JSON.stringify(policy && documentIn(policy.document)), /arn:aws:iam::123456789012:root/);
});

test('the account of code follows from its provider, else from ARNs that name what it makes', () => {
  const accountIn = (text: string): string | undefined => readEstate(exampleRoots('terraform', text)).all('aws.role')[0]?.account;
  const role = 'resource "aws_iam_role" "x" {\n name = "orders-app"\n assume_role_policy = "{}"\n}\n';
  assert.equal(accountIn(`${role}provider "aws" {\n allowed_account_ids = ["210987654321"]\n}`), '210987654321');
  assert.equal(
    accountIn(`${role}provider "aws" {\n assume_role {\n role_arn = "arn:aws:iam::210987654321:role/deploy"\n }\n}`),
    '210987654321',
  );
  assert.equal(
    accountIn(
      `${role}output "x" {\n value = "x"\n}\nresource "aws_iam_user_policy" "x" {\n user = "u"\n policy = "arn:aws:iam::210987654321:role/orders-app"\n}`,
    ),
    '210987654321',
  );
  assert.equal(accountIn(role), '000000000000');
});
