/** Blocks whose existence hangs on a variable without value: what may be said all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { evaluateTerraform } from '@kumomori/parsers';
import { resourceSet } from './evaluate-checks.ts';

const cases: readonly { readonly name: string; readonly check: string; readonly terraform: string; readonly expect: readonly string[] }[] =
  [
    {
      name: 'a rule that opens SSH as soon as it is created is a failure',
      check: 'aws-ec2-sg-no-ssh-from-internet',
      terraform: `variable "vendors" {}
resource "aws_security_group" "web" {
  dynamic "ingress" {
    for_each = var.vendors
    content {
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}`,
      expect: ['fail'],
    },
    {
      name: 'a rule with an unknown range stays unknown',
      check: 'aws-ec2-sg-no-ssh-from-internet',
      terraform: `variable "vendors" {}
resource "aws_security_group" "web" {
  dynamic "ingress" {
    for_each = var.vendors
    content {
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = [ingress.value]
    }
  }
}`,
      expect: ['unknown'],
    },
    {
      name: 'versioning that may be switched on earns no pass',
      check: 'aws-s3-bucket-versioning',
      terraform: `variable "keep" {}
resource "aws_s3_bucket" "orders" {}
resource "aws_s3_bucket_versioning" "orders" {
  count  = var.keep ? 1 : 0
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
  }
}`,
      expect: ['unknown'],
    },
    {
      name: 'an encryption rule that says what S3 does anyway passes created or not',
      check: 'aws-s3-bucket-default-encryption',
      terraform: `variable "encrypt" {}
resource "aws_s3_bucket" "orders" {
  dynamic "server_side_encryption_configuration" {
    for_each = var.encrypt
    content {
      rule {
        apply_server_side_encryption_by_default {
          sse_algorithm = "AES256"
        }
      }
    }
  }
}`,
      expect: ['pass'],
    },
    {
      name: 'two uncertain blocks that only together are safe earn no pass',
      check: 'aws-s3-bucket-no-public-read',
      terraform: `variable "public" {}
variable "guarded" {}
resource "aws_s3_bucket" "site" {}
resource "aws_s3_bucket_acl" "site" {
  count  = var.public
  bucket = aws_s3_bucket.site.id
  acl    = "public-read"
}
resource "aws_s3_bucket_public_access_block" "site" {
  count              = var.guarded
  bucket             = aws_s3_bucket.site.id
  ignore_public_acls = true
}`,
      expect: ['unknown'],
    },
  ];

for (const { name, check: id, terraform, expect } of cases) {
  test(name, () => {
    const entry = checks.find((each) => each.id === id);
    const { roots } = evaluateTerraform({ root: 'orders', paths: ['main.tf'], read: () => ({ kind: 'text', text: terraform }) });
    const [root] = roots;
    assert.ok(entry && root);
    const resources = normalizeCode(root, resourceReaders);
    const set = resourceSet(resources, root, resourceReaders);
    const judged = resources.filter(({ type }) => type === entry.check.on);
    assert.deepEqual(
      judged.map((resource) => evaluateIn(set, entry.check, resource).status),
      expect,
    );
  });
}
