/** Questions whose paths begin at users, roles and workloads of the house, and at its data. */
import { admin, customers, exposed, OBJECTS, policy, READ, rights, role, SERVICE, trust, user } from '../parts.ts';
import { boundary, lambda, scp } from './blocks.ts';
import type { QueryCase } from './types.ts';

const alice = (...statements: readonly object[]): string => user('alice', policy(...statements));
const NARROWED = /^Narrow or remove policy .* of aws_iam_user\.alice$/;
const ci = `resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}
${user('ci', policy({ Action: '*' }))}`;
const key = `resource "aws_iam_access_key" "kenji" {
  user = aws_iam_user.kenji.name
}
`;
const people = 'username,left_on\nkenji,2026-03-31\n';

const IAM = 'aws:123456789012:global:iam';
const operator = { UserName: 'operator' };
/** An account with one user, whose only key was last used in spring. */
const sleeping = JSON.stringify({
  [`${IAM}:GetAccountAuthorizationDetails`]: [
    {
      response: {
        UserDetailList: [
          {
            ...{ ...operator, UserId: 'AIDAOPERATOR', Arn: 'arn:aws:iam::123456789012:user/operator', GroupList: [] },
            UserPolicyList: [
              {
                PolicyName: 'attach',
                PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', Action: 'iam:AttachUserPolicy' }] },
              },
            ],
          },
        ],
      },
    },
  ],
  [`${IAM}:ListUsers`]: [{ response: { Users: [operator] } }],
  [`${IAM}:GetLoginProfile`]: [{ request: operator, error: { code: 'NoSuchEntity', message: 'none' } }],
  [`${IAM}:ListMFADevices`]: [{ request: operator, response: { MFADevices: [] } }],
  [`${IAM}:ListAccessKeys`]: [{ request: operator, response: { AccessKeyMetadata: [{ AccessKeyId: 'key-1', Status: 'Active' }] } }],
  [`${IAM}:GetAccessKeyLastUsed`]: [
    { request: { AccessKeyId: 'key-1' }, response: { AccessKeyLastUsed: { LastUsedDate: '2026-03-31T09:00:00Z' } } },
  ],
});

export const houseCases: readonly QueryCase[] = [
  {
    ...{ number: 2, query: 'leaver-to-sensitive-data', name: 'who left still reads customers', people },
    code: user('kenji', policy(READ)) + key + customers,
    ends: [
      ['a service control policy', scp('s3:GetObject')],
      [
        'a boundary',
        'resource "aws_iam_user" "kenji" {',
        `${boundary(policy({ Action: 'sqs:*' }))}resource "aws_iam_user" "kenji" {\n  permissions_boundary = aws_iam_policy.boundary.arn`,
      ],
    ],
    fixes: [
      [
        /^Delete the user aws_iam_user\.kenji, its keys and its password$/,
        'without him',
        'resource "aws_iam_user" "kenji" {',
        'resource "aws_iam_user" "kenji" {\n  count = 0',
      ],
      [/^Narrow or remove policy .* of aws_iam_user\.kenji$/, 'another bucket', 'orders-bucket/*', 'releases-bucket/*'],
    ],
  },
  {
    ...{ number: 2, query: 'leaver-to-admin', name: 'who left is still administrator', people },
    code: user('kenji', policy({ Action: '*' })) + key,
    ends: [['a service control policy', scp('*')]],
    fixes: [
      [
        /^Delete the user aws_iam_user\.kenji, its keys and its password$/,
        'without him',
        'resource "aws_iam_user" "kenji" {',
        'resource "aws_iam_user" "kenji" {\n  count = 0',
      ],
      [/^Narrow or remove policy .* of aws_iam_user\.kenji$/, 'one service', '"Action":"*"', '"Action":"sqs:*"'],
    ],
  },
  {
    ...{ number: 9, query: 'leaked-credential', name: 'a key in the environment of a function' },
    code:
      ci +
      lambda('filename = "orders.zip"\n  environment {\n    variables = { AWS_SECRET_ACCESS_KEY = aws_iam_access_key.ci.secret }\n  }') +
      role('runner', SERVICE('lambda')) +
      alice({ Action: 'lambda:GetFunctionConfiguration' }),
    ends: [
      [
        'an explicit deny',
        '"Statement":[{"Effect":"Allow","Resource":"*","Action":"lambda:',
        '"Statement":[{"Effect":"Deny","Resource":"*","Action":"lambda:*"},{"Effect":"Allow","Resource":"*","Action":"lambda:',
      ],
    ],
    fixes: [
      [
        /^Remove the credential from aws_lambda_function\.orders and replace it$/,
        'from a vault',
        'AWS_SECRET_ACCESS_KEY = aws_iam_access_key.ci.secret',
        'STAGE = "production"',
      ],
    ],
  },
  {
    ...{ number: 10, query: 'privilege-escalation', name: 'a policy attached to oneself' },
    code: alice({ Action: 'iam:AttachUserPolicy' }),
    ends: [
      ['an explicit deny', '"Statement":[', '"Statement":[{"Effect":"Deny","Resource":"*","Action":"iam:Attach*"},'],
      [
        'a boundary',
        'resource "aws_iam_user" "alice" {',
        `${boundary(policy({ Action: 'sqs:*' }))}resource "aws_iam_user" "alice" {\n  permissions_boundary = aws_iam_policy.boundary.arn`,
      ],
      ['a service control policy', scp('iam:*')],
      ['other users', '"Resource":"*"', '"Resource":"arn:aws:iam::123456789012:user/bob"'],
    ],
    fixes: [[NARROWED, 'only listing', 'iam:AttachUserPolicy', 'iam:ListUsers']],
  },
  {
    ...{ number: 10, query: 'role-chain-to-admin', name: 'one role after the other' },
    code:
      alice({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/step' }) +
      role('step', trust({ AWS: 'arn:aws:iam::123456789012:user/alice' })) +
      rights('step', policy({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/top' })) +
      role('top', trust({ AWS: 'arn:aws:iam::123456789012:role/step' })) +
      rights('top', policy({ Action: '*' })),
    ends: [['a service control policy', scp('sts:AssumeRole')]],
    fixes: [
      [
        /^Narrow who may assume aws_iam_role\.top$/,
        'nobody of them',
        '"AWS":"arn:aws:iam::123456789012:role/step"',
        '"AWS":"arn:aws:iam::123456789012:role/break-glass"',
      ],
      [/^Narrow or remove policy .* of aws_iam_role\.top$/, 'one service', '"Action":"*"', '"Action":"sqs:*"'],
    ],
  },
  {
    ...{ number: 12, query: 'pass-role', name: 'a role passed to a new function' },
    code: admin('lambda') + alice({ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }),
    ends: [
      [
        'another service',
        '"Resource":"*","Action":["iam',
        '"Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"glue.amazonaws.com"}},"Action":["iam',
      ],
      ['a role that does not trust', '"lambda.amazonaws.com"', '"glue.amazonaws.com"'],
      ['a service control policy', scp('lambda:CreateFunction')],
    ],
    fixes: [[NARROWED, 'nothing is passed', '"iam:PassRole",', '']],
  },
  {
    ...{ number: 15, query: 'code-store-to-privileged-workload', name: 'what a function loads is replaced' },
    code:
      lambda('s3_bucket = aws_s3_bucket.code.id\n  s3_key = "orders.zip"') +
      role('runner', SERVICE('lambda')) +
      rights('runner', policy(READ)) +
      customers +
      'resource "aws_s3_bucket" "code" {\n  bucket = "code-bucket"\n}\n' +
      alice({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::code-bucket/*' }),
    ends: [
      ['other objects', 'code-bucket/*', 'logs-bucket/*'],
      ['code from elsewhere', 's3_bucket = aws_s3_bucket.code.id\n  s3_key = "orders.zip"', 'filename = "orders.zip"'],
    ],
    fixes: [[NARROWED, 'only reading', 's3:PutObject', 's3:ListBucket']],
  },
  {
    ...{ number: 16, query: 'function-code-writable', name: 'the code of a function replaced' },
    code:
      lambda() +
      role('runner', SERVICE('lambda')) +
      rights('runner', policy({ Action: '*' })) +
      alice({ Action: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] }),
    ends: [['another function', '"Resource":"*","Action":["lambda', '"Resource":"arn:aws:lambda:*:*:function:billing","Action":["lambda']],
    fixes: [[NARROWED, 'no code', '"lambda:UpdateFunctionCode",', '']],
  },
  {
    ...{ number: 20, query: 'tag-condition-bypass', name: 'a tag that the attacker writes himself' },
    code:
      exposed(443, { open: '10.0.0.0/16' }) +
      role('web', SERVICE('ec2')) +
      rights('web', policy({ Action: '*' })) +
      alice(
        { Action: 'ssm:SendCommand', Condition: { StringEquals: { 'ssm:ResourceTag/team': 'orders' } } },
        { Action: 'ec2:CreateTags', Resource: '*' },
      ),
    ends: [['a service control policy', scp('ec2:CreateTags')]],
    fixes: [[NARROWED, 'no tags', 'ec2:CreateTags', 'ec2:DescribeTags']],
  },
  {
    ...{ number: 21, query: 'boundary-removable', name: 'a boundary that its holder removes' },
    code:
      boundary(policy({ Action: ['s3:*', 'iam:DeleteUserPermissionsBoundary'] })) +
      user('alice', policy({ Action: '*' }), 'permissions_boundary = aws_iam_policy.boundary.arn'),
    ends: [
      ['the boundary does not allow it', ',"iam:DeleteUserPermissionsBoundary"', ''],
      ['a service control policy', scp('iam:DeleteUserPermissionsBoundary')],
    ],
    fixes: [[NARROWED, 'few rights', '"Action":"*"', '"Action":"s3:GetObject"']],
  },
  {
    ...{ number: 21, query: 'boundary-absent', name: 'a role that is made without boundary' },
    code: alice({ Action: ['iam:CreateRole', 'iam:PutRolePolicy'], Resource: 'arn:aws:iam::123456789012:role/ci/*' }),
    ends: [
      [
        'a boundary is demanded',
        '"Resource":"arn:aws:iam::123456789012:role/ci/*"',
        '"Resource":"arn:aws:iam::123456789012:role/ci/*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"arn:aws:iam::123456789012:policy/boundary"}}',
      ],
      [
        'all others are denied',
        '"Statement":[',
        '"Statement":[{"Effect":"Deny","Action":"iam:CreateRole","Resource":"*","Condition":{"StringNotEquals":{"iam:PermissionsBoundary":"arn:aws:iam::123456789012:policy/boundary"}}},',
      ],
      ['a service control policy', scp('iam:CreateRole')],
    ],
    fixes: [[NARROWED, 'no policies', '"iam:PutRolePolicy"', '"iam:TagRole"']],
  },
  {
    ...{ number: 22, query: 'key-wider-than-data', name: 'a role decrypts what it may not read' },
    code: `resource "aws_kms_key" "customers" {
  policy = ${policy({ Sid: 'Root', Action: 'kms:*', Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, { Sid: 'Batch', Action: 'kms:Decrypt', Principal: { AWS: 'arn:aws:iam::123456789012:role/batch' } })}
}
resource "aws_s3_bucket_server_side_encryption_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.customers.arn
    }
  }
}
${customers}${role('batch', trust({ AWS: 'arn:aws:iam::123456789012:root' }))}`,
    ends: [
      ['it reads the data', rights('batch', policy(READ))],
      ['a service control policy', scp('kms:Decrypt')],
      ['another key', 'kms_master_key_id = aws_kms_key.customers.arn', 'kms_master_key_id = "alias/aws/s3"'],
    ],
    fixes: [[/^Narrow statement Batch of the policy of aws_kms_key\.customers$/, 'only encrypting', '"kms:Decrypt"', '"kms:Encrypt"']],
  },
  {
    ...{ number: 22, query: 'key-wider-than-data', name: 'another account decrypts' },
    code: `resource "aws_kms_key" "customers" {
  policy = ${policy({ Sid: 'Vendor', Action: 'kms:Decrypt', Principal: { AWS: 'arn:aws:iam::210987654321:root' } })}
}
resource "aws_s3_bucket_server_side_encryption_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.customers.arn
    }
  }
}
${customers}`,
    ends: [
      [
        'it is given the data as well',
        `resource "aws_s3_bucket_policy" "customers" {\n  bucket = aws_s3_bucket.customers.id\n  policy = ${policy({ Action: 's3:GetObject', Resource: OBJECTS, Principal: { AWS: 'arn:aws:iam::210987654321:root' } })}\n}\n`,
      ],
    ],
    fixes: [[/^Narrow statement Vendor of the policy of aws_kms_key\.customers$/, 'only the own account', '210987654321', '123456789012']],
  },
  {
    ...{ number: 23, query: 'log-or-backup-deletable', name: 'a machine of the internet deletes the trail' },
    code:
      exposed(22) +
      role('web', SERVICE('ec2')) +
      rights('web', policy({ Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::audit-bucket/*' })) +
      'resource "aws_s3_bucket" "trail" {\n  bucket = "audit-bucket"\n  tags   = { DataClass = "log" }\n}\n',
    ends: [['a service control policy', scp('s3:DeleteObject')]],
    fixes: [
      [/^Narrow or remove policy .* of aws_iam_role\.web$/, 'only writing', 's3:DeleteObject', 's3:PutObject'],
      [/^Close aws_instance\.web to the internet/, 'an office', 'cidr_blocks = ["0.0.0.0/0"]', 'cidr_blocks = ["203.0.113.0/24"]'],
    ],
  },
  {
    ...{ number: 24, query: 'dormant-privileged-identity', name: 'a key that nobody has used since spring', snapshot: sleeping },
    code: customers,
    ends: [
      ['it was used last week', '2026-03-31T09:00:00Z', '2026-11-15T09:00:00Z'],
      ['the key is switched off', '"Active"', '"Inactive"'],
      ['when it was used nobody knows', '{"LastUsedDate":"2026-03-31T09:00:00Z"}', '{}'],
    ],
    fixes: [
      [/^Switch off the keys and the password of .*operator$/, 'switched off', '"Active"', '"Inactive"'],
      [/^Narrow or remove policy attach of .*operator$/, 'only listing', 'iam:AttachUserPolicy', 'iam:ListUsers'],
    ],
  },
  {
    ...{ number: 25, query: 'data-leaving', name: 'customers are copied to another country' },
    code: `provider "aws" {
  region = "ap-northeast-1"
}
provider "aws" {
  alias  = "other"
  region = "us-east-1"
}
resource "aws_s3_bucket" "replica" {
  provider = aws.other
  bucket   = "orders-replica"
}
resource "aws_s3_bucket_replication_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.replica.arn
    }
  }
}
${customers}`,
    ends: [
      ['within the country', '"us-east-1"', '"ap-northeast-3"'],
      ['data that is public anyway', '"personal"', '"public"'],
      ['a region nobody knows', 'region = "us-east-1"', 'region = var.elsewhere'],
    ],
    fixes: [[/^Stop copying aws_s3_bucket\.customers to aws_s3_bucket\.replica$/, 'switched off', '"Enabled"', '"Disabled"']],
  },
  {
    ...{ number: 25, query: 'data-leaving', name: 'a snapshot is shared with another account' },
    code: `resource "aws_db_snapshot" "members" {
  db_instance_identifier = "members"
  db_snapshot_identifier = "members-2026"
  shared_accounts        = ["210987654321"]
  tags                   = { DataClass = "personal" }
}
`,
    ends: [['data that is public anyway', '"personal"', '"public"']],
    fixes: [[/^Stop sharing aws_db_snapshot\.members with 210987654321$/, 'not shared', '["210987654321"]', '[]']],
  },
];
