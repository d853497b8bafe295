/** Made-up secrets all over a configuration: none of them may be in any output. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatNames } from '../use-cases/index.ts';
import { inFolder, runInFolder, runWithFiles } from '../testing/index.ts';

// Put together here so that no scanner takes this file for a leak.
const secrets: string[] = [];
const secret = (): string => {
  secrets.push(['Zq7', 'orders', `${secrets.length}xKp!v9`].join('-'));
  return secrets.at(-1) ?? '';
};
const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
secrets.push(token);

const code = `
variable "db_password" {
  default = "${secret()}"
}
variable "acl" {
  default   = "${secret()}"
  sensitive = true
}
locals {
  api_token = "${secret()}"
  database  = "postgres://orders:${secret()}@db.example.com/orders"
}
# password before the migration: ${secret()}
resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  password            = "pa$$${secret()}" # was ${secret()}
  storage_encrypted   = false
  publicly_accessible = true
  tags                = { password = "${secret()}", Note = "${token}" }
}
resource "aws_s3_bucket" "orders" {
  bucket = var.acl
  acl    = var.acl
  tags   = { Team = var.acl }
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = var.acl
  }
}
resource "aws_instance" "bastion" {
  user_data = <<-EOT
    #!/bin/bash
    export DB_PASSWORD=${secret()}
    mysql --password ${secret()} orders
  EOT
  metadata_options {
    http_tokens = "optional"
  }
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = {
      DB_PASSWORD = "${secret()}"
      GIT         = "${token}"
    }
  }
}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = jsonencode([{ name = "orders", image = "orders", environment = [{ name = "DB_PASSWORD", value = "${secret()}" }] }])
}
module "vpc" {
  source = "git::https://orders:${secret()}@git.example.com/vpc.git"
}
resource "aws_redshift_cluster" "orders" {
  cluster_identifier  = "orders"
  master_password     = <<EOT
${secret()}
EOT
  encrypted           = false
  publicly_accessible = true
}
resource "aws_security_group" "bastion" {
  ingress {
    description = "password=${secret()}"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # ${token}
  }
}
`;
const exception = `version: 1\nexceptions:\n  - checks: ["*"]\n    owner: a\n    reason: b\n    expires: 2027-01-31\n`;

async function output(argv: readonly string[], config: string): Promise<string> {
  const given = { 'main.tf': code, 'kumomori.yaml': config, 'terraform.tfvars': `db_password = "${secret()}"\nacl = "${secret()}"\n` };
  return inFolder(given, async (folder) => {
    const { stdout, stderr } = await runInFolder(folder, [...argv, '--write-baseline', 'out/baseline.json']);
    const files = readdirSync(join(folder, 'out')).map((name) => readFileSync(join(folder, 'out', name), 'utf8'));
    return [stdout, stderr, ...files].join('');
  });
}

for (const format of formatNames) {
  test(`no secret of the scanned code is in the output: ${format}`, async () => {
    const text = await output(
      ['scan', '.', '--format', format, '--limit', '0', '--include', 'pass', '--include', 'not-applicable'],
      'version: 1\n',
    );
    assert.ok(text.includes('orders-db') && text.includes('bastion'));
    assert.deepEqual(
      secrets.filter((each) => text.includes(each)),
      [],
    );
  });
}

test('no secret of the scanned code is in the preview of exceptions', async () => {
  const files = { 'main.tf': code, 'kumomori.yaml': exception };
  const { stdout, stderr } = await runWithFiles(files, ['scan', '.', '--preview-exceptions'], { columns: 200 });
  const text = stdout + stderr;
  assert.match(text, /aws_db_instance\.orders/);
  assert.deepEqual(
    secrets.filter((each) => text.includes(each)),
    [],
  );
});
