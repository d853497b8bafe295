/** What ends a path, and who from outside begins one. */
import { customers, exposed, OBJECTS, policy, READ, rights, role, SERVICE, trust } from './parts.ts';
import type { PathCase } from './types.ts';

const machine = exposed(22) + role('web', SERVICE('ec2'));
const toCustomers = 'internet: NET_REACH aws_instance.web, RUNS_AS aws_iam_role.web, CAN_READ aws_s3_bucket.customers';
const github = (condition: object): string => `resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["0000000000000000000000000000000000000000"]
}
resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, Condition = ${JSON.stringify(condition)} }] })
}
${rights('deploy', policy({ Action: '*' }))}`;
const audience = { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } };
const subject = (operator: string, value: string): object => ({
  ...audience,
  [operator]: { ...(operator === 'StringEquals' ? audience.StringEquals : {}), 'token.actions.githubusercontent.com:sub': value },
});
const vendor = (condition?: object): string =>
  role('vendor', trust({ AWS: 'arn:aws:iam::210987654321:root' }, condition)) + rights('vendor', policy(READ)) + customers;

export const ruleCases: readonly PathCase[] = [
  {
    name: 'an explicit deny ends it',
    estate: machine + customers + rights('web', policy(READ, { Effect: 'Deny', Action: 'sqs:SendMessage', Resource: '*' })),
    tells: toCustomers,
    closedBy: [['sqs:SendMessage', 's3:GetObject']],
  },
  {
    name: 'a boundary that does not allow it ends it',
    estate: `${exposed(22)}${role('web', SERVICE('ec2'), 'permissions_boundary = aws_iam_policy.boundary.arn')}${customers}${rights('web', policy(READ))}
resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = ${policy({ Action: 's3:Get*' })}
}
`,
    tells: toCustomers,
    closedBy: [['s3:Get*', 'sqs:*']],
  },
  {
    name: 'a deny in the policy of the bucket ends it',
    estate: `${machine}${customers}${rights('web', policy(READ))}resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = ${policy({ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: OBJECTS })}
}
`,
    tells: toCustomers,
    closedBy: [['s3:DeleteObject', 's3:GetObject']],
  },
  {
    name: 'a role that does not trust the service is not passed to it',
    estate:
      role('admin', SERVICE('lambda')) +
      rights('admin', policy({ Action: '*' })) +
      `resource "aws_iam_user" "alice" {
  name = "alice"
}
resource "aws_iam_user_policy" "alice" {
  user   = aws_iam_user.alice.name
  policy = ${policy({ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] })}
}
`,
    tells: 'aws_iam_user.alice: CAN_LAUNCH aws_iam_role.admin, HAS_ADMIN admin',
    closedBy: [['"lambda.amazonaws.com"', '"glue.amazonaws.com"']],
  },
  {
    name: 'another account without external id',
    estate: vendor(),
    tells: '210987654321: FEDERATES aws_iam_role.vendor, CAN_READ aws_s3_bucket.customers',
    closedBy: [['210987654321:root', '123456789012:root']],
  },
  {
    name: 'another account with external id is a partner that was chosen',
    estate: vendor({ StringEquals: { 'sts:ExternalId': 'orders-2026' } }),
    tells: null,
  },
  {
    name: 'builds of any repository of an owner that anybody may name so',
    estate: github(subject('StringLike', 'repo:example*')),
    tells: 'repo:example*: FEDERATES aws_iam_role.deploy, HAS_ADMIN admin',
    closedBy: [['repo:example*', 'repo:example/orders:ref:refs/heads/main']],
  },
  {
    name: 'builds of everybody where no subject is asked for',
    estate: github(audience),
    tells: 'token.actions.githubusercontent.com: FEDERATES aws_iam_role.deploy, HAS_ADMIN admin',
  },
  {
    name: 'builds of one branch of one repository',
    estate: github(subject('StringEquals', 'repo:example/orders:ref:refs/heads/main')),
    tells: null,
  },
  {
    name: 'an office is not the internet',
    estate: exposed(22, { open: '203.0.113.0/24' }) + role('web', SERVICE('ec2')) + customers + rights('web', policy(READ)),
    tells: null,
  },
  {
    name: 'a password is needed, and none is taken',
    estate: machine + customers + rights('web', policy({ Action: 's3:ListBucket' })),
    tells: null,
  },
];
