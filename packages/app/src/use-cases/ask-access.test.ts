import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import type { CanResult, WhoCanResult } from './ask-access.ts';
import { whatCan, whoCan } from './ask-access.ts';

const ORGANIZATION = `
resource "aws_organizations_organization" "this" {}
resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.this.roots[0].id
}
resource "aws_organizations_policy" "no_delete" {
  name = "no-delete"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "s3:DeleteBucket", Resource = "*" }]
  })
}
resource "aws_organizations_policy_attachment" "workloads" {
  policy_id = aws_organizations_policy.no_delete.id
  target_id = aws_organizations_organization.this.roots[0].id
}
provider "aws" {
  allowed_account_ids = ["111111111111"]
}
`;

const SHOP = `
provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Partner"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::210987654321:root" }
        Action    = "s3:GetObject"
        Resource  = "\${aws_s3_bucket.orders.arn}/*"
      },
      {
        Sid       = "Plain"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["\${aws_s3_bucket.orders.arn}", "\${aws_s3_bucket.orders.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_iam_group" "analysts" {
  name = "analysts"
}
resource "aws_iam_group_policy" "read" {
  name  = "read-orders"
  group = aws_iam_group.analysts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Read"
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Resource  = "\${aws_s3_bucket.orders.arn}/*"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}
resource "aws_iam_user" "hanako" {
  name = "hanako"
}
resource "aws_iam_user_group_membership" "hanako" {
  user   = aws_iam_user.hanako.name
  groups = [aws_iam_group.analysts.name]
}

resource "aws_iam_policy" "limits" {
  name = "limits"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "logs:*", Resource = "*" }]
  })
}
resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  permissions_boundary = aws_iam_policy.limits.arn
  assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_role_policy_attachment" "bounded" {
  role       = aws_iam_role.bounded.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}
resource "aws_iam_role" "admin" {
  name               = "admin"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_user.hanako.arn } }] })
}
resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_role" "vendor" {
  name               = "vendor"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role_policy_attachment" "vendor" {
  role       = aws_iam_role.vendor.name
  policy_arn = "arn:aws:iam::aws:policy/SomethingNew"
}
`;

const PARTNER = `
provider "aws" {
  allowed_account_ids = ["210987654321"]
}
resource "aws_iam_role" "importer" {
  name               = "importer"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "import" {
  name   = "import"
  role   = aws_iam_role.importer.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-bucket/*" }] })
}
resource "aws_iam_role" "idle" {
  name               = "idle"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
`;

const FILES = { 'organization/main.tf': ORGANIZATION, 'shop/main.tf': SHOP, 'partner/main.tf': PARTNER };

async function ask(action: string, resource: string): Promise<WhoCanResult> {
  return await inFolder(FILES, (folder) => whoCan({ targets: ['.'], cwd: folder, language: 'en', action, resource }));
}

async function askCan(principal: string): Promise<CanResult> {
  return await inFolder(FILES, (folder) => whatCan({ targets: ['.'], cwd: folder, language: 'en', principal }));
}

const told = ({ grantees }: WhoCanResult): readonly string[] =>
  grantees.map(({ principal, condition }) => `${principal}${condition === null ? '' : ` if ${condition}`}`);

const SHOP_ACCOUNT = 'arn:aws:iam::123456789012';

test('who can read an object: groups, boundaries, other accounts and conditions are all counted', async () => {
  assert.deepEqual(told(await ask('s3:GetObject', 'arn:aws:s3:::orders-bucket/2026/07.csv')), [
    `${SHOP_ACCOUNT}:role/admin`,
    'arn:aws:iam::210987654321:role/importer',
    `${SHOP_ACCOUNT}:user/hanako if aws:MultiFactorAuthPresent Bool "true"`,
  ]);
});

test('each grant says where it stands', async () => {
  const { grantees } = await ask('s3:GetObject', 'arn:aws:s3:::orders-bucket/2026/07.csv');
  const lines = SHOP.split('\n');
  const hanako = grantees.find(({ principal }) => principal.endsWith('user/hanako'));
  const [reason] = hanako?.because ?? [];
  assert.equal(reason?.policy, 'read-orders');
  assert.equal(reason?.group, 'analysts');
  assert.equal(reason?.sid, 'Read');
  assert.equal(reason?.file, 'shop/main.tf');
  assert.match(lines.slice((reason?.line ?? 0) - 1, (reason?.line ?? 0) + 1).join('\n'), /Statement|Sid/);
  const importer = grantees.find(({ principal }) => principal.endsWith('role/importer'));
  assert.deepEqual(
    importer?.because.map(({ layer, policy, file }) => `${layer} ${policy ?? ''} ${file ?? ''}`),
    ['identity import partner/main.tf', 'resource aws_s3_bucket_policy.orders shop/main.tf'],
  );
});

test('an organization policy takes away what even an administrator holds', async () => {
  assert.deepEqual(told(await ask('s3:DeleteBucket', 'arn:aws:s3:::orders-bucket')), []);
  const result = await ask('s3:DeleteBucket', 'arn:aws:s3:::orders-bucket');
  assert.equal(result.isScpUnknown, false);
});

test('a policy of AWS that nobody has seen decides nothing, and is told', async () => {
  const { undecided } = await ask('s3:GetObject', 'arn:aws:s3:::orders-bucket/2026/07.csv');
  assert.deepEqual(
    undecided.map(({ principal, condition }) => `${principal} if ${condition}`),
    [`${SHOP_ACCOUNT}:role/vendor if policy is "policy arn:aws:iam::aws:policy/SomethingNew"`],
  );
});

test('what a principal can do: administration, services, roles it can become', async () => {
  const admin = await askCan('admin');
  assert.equal(admin.administrator, 'no', 'the organization keeps deletion of buckets to itself');
  assert.ok(admin.services.length > 300);
  assert.ok(admin.escalation.some(({ action, resources }) => action === 'iam:PassRole' && resources.includes('*')));
  assert.deepEqual(
    admin.becomes.map(({ principal }) => principal),
    [`${SHOP_ACCOUNT}:user/hanako`],
  );
  const hanako = await askCan(`${SHOP_ACCOUNT}:user/hanako`);
  assert.deepEqual(
    hanako.services.map(({ service, resources, conditions }) => [service, resources, conditions]),
    [['s3', ['arn:aws:s3:::orders-bucket/*'], ['aws:MultiFactorAuthPresent Bool "true"']]],
  );
  assert.deepEqual(
    hanako.assumes.map(({ role }) => role),
    [`${SHOP_ACCOUNT}:role/admin`],
  );
  const bounded = await askCan('bounded');
  assert.deepEqual(bounded.services, [], 'the boundary allows nothing of what its policy allows');
  assert.deepEqual(
    bounded.boundary?.map(({ name }) => name),
    ['limits'],
  );
});

test('a name that nothing or several things have is said', async () => {
  await assert.rejects(askCan('nobody'), { code: 'unknown-id' });
});
