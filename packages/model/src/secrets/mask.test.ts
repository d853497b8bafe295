import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskCredentials, maskSecretLine } from './mask.ts';

// Put together here so that no scanner takes this file for a leak.
const password = ['Winter2026', 'orders!'].join('-');
const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
const accessKey = ['AKIA', 'QWERTYUIOPASDFGH'].join('');

const hidden: readonly string[] = [
  `  password          = "${password}"`,
  `  password = "pa$$${password}"`,
  `  password = "${password}-\${var.stage}"`,
  `  password = "\\"${password}"`,
  `  db_password_v2 = "${password}"`,
  `  secret_string = "${password}"`,
  `    DB_PASSWORD = "${password}"`,
  `variables = { STAGE = "prod", DB_PASSWORD = "${password}" }`,
  `{"DB_PASSWORD": "${password}"}`,
  `  value = "{\\"password\\":\\"${password}\\"}"`,
  `export DB_PASSWORD=${password}`,
  `export DB_PASSWORD='${password}'`,
  `mysql --user orders --password ${password} orders`,
  `command = ["--password", "${password}"]`,
  `environment = [{ name = "DB_PASSWORD", value = "${password}" }]`,
  `# password: ${password}`,
  `  description = "password=${password}"`,
  `  note = "${token}"`,
  `# ${accessKey}`,
  `  url = "postgres://orders:${password}@db.example.com/orders"`,
  `  source = "git::https://orders:${password}@git.example.com/vpc.git"`,
];

test('secrets are hidden wherever they stand in a line', () => {
  for (const line of hidden) {
    const masked = maskSecretLine(line);
    assert.ok(
      [password, token, accessKey].every((secret) => !masked.includes(secret)),
      masked,
    );
  }
});

test('a comment beside a secret is hidden too: it often holds the one before', () => {
  assert.equal(maskSecretLine(`password = "${password}" # was ${password}`), 'password = "••••••" # ••••••');
});

const ordinary: readonly string[] = [
  '  http_tokens   = "optional"',
  '  password = var.db_password',
  '  password = random_password.orders.result # generated',
  '  password = "${var.db_password}"',
  '  manage_master_user_password = true',
  '  minimum_password_length = 14',
  '  max_password_age        = 90',
  '  secret_arn = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders"',
  '  secret_id  = aws_secretsmanager_secret.orders.id',
  '  name = "/orders/db/password"',
  '  valueFrom = "arn:aws:ssm:ap-northeast-1:123456789012:parameter/orders/db/password"',
  'resource "aws_secretsmanager_secret" "orders" {',
  'variable "db_password" {',
  '  type = string # a password',
  '  cidr_blocks = ["0.0.0.0/0"] # temporary',
  '  password = ""',
  '  key_arn = aws_kms_key.orders.arn',
  '  aws_account = "123456789012"',
  '  actions = ["secretsmanager:GetSecretValue", "sts:AssumeRole"]',
  '  condition { test = "Bool" }',
  'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders)',
  '  source = "git::https://git.example.com/vpc.git?ref=v1.2.0"',
];

test('ordinary code stays as it is', () => {
  for (const line of ordinary) assert.equal(maskSecretLine(line), line);
});

test('in messages only formats are hidden', () => {
  assert.equal(
    maskCredentials(`module "vpc" comes from "git::https://orders:${password}@git.example.com"`),
    'module "vpc" comes from "git::https://orders:••••••@git.example.com"',
  );
  assert.equal(maskCredentials('Bucket orders-bucket has no password'), 'Bucket orders-bucket has no password');
});

test('long lines are masked in time that grows with their length', () => {
  const long = 200_000;
  for (const line of [
    'a'.repeat(long),
    '"'.repeat(long),
    'password='.repeat(long / 10),
    ' '.repeat(long),
    'name="x" '.repeat(long / 10),
    '\\'.repeat(long),
    `password = "${'\\'.repeat(long)}`,
    '-----BEGIN '.repeat(long / 11),
    'a://b:'.repeat(long / 6),
    ' # '.repeat(long / 3),
    'eyJaaaaaaaa.'.repeat(long / 12),
    '--'.repeat(long / 2),
  ]) {
    assert.ok(maskSecretLine(line).length > 0);
  }
});
