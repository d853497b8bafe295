/** One switch for all buckets of an account, those of tomorrow included. */
import { defineCheck, fail, fails, isUnknown, openSwitch, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'All four account-wide public access blocks are on', ja: 'アカウント全体のパブリックアクセスブロックが 4 つとも有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.account-public-access-block',
  why: {
    en: 'The account-wide block protects every bucket, also the one that somebody makes by hand tomorrow.',
    ja: 'アカウント全体のブロックは、明日誰かが手作業で作るバケットも含めて、すべてのバケットを守ります。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'block_public_acls', value: true },
        { set: 'block_public_policy', value: true },
        { set: 'ignore_public_acls', value: true },
        { set: 'restrict_public_buckets', value: true },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set all four switches of the account-wide block to true.',
      ja: 'アカウント全体のブロックの 4 項目をすべて true にしてください。',
    },
    terraform: `resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    cli: 'aws s3control put-public-access-block --account-id ACCOUNT --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    console: {
      en: 'S3 → Block Public Access settings for this account → Edit → Block all public access → Save.',
      ja: 'S3 → このアカウントのブロックパブリックアクセス設定 → 編集 → すべてブロック → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: ['S3.1', 'prowler:s3_account_level_public_access_blocks'],
  evaluate(account) {
    const off = openSwitch(account.switches);
    if (!off) return pass();
    return fail({
      en: `The account-wide block ${account.name} does not turn on ${off}`,
      ja: `アカウント全体のブロック ${account.name} で ${off} が有効になっていません`,
    });
  },
  examples: [
    fails(
      'one switch is not written',
      `resource "aws_s3_account_public_access_block" "this" {
  block_public_acls   = true
  ignore_public_acls  = true
  block_public_policy = true
}`,
    ),
    fails(
      'one is off although another is not known',
      `variable "block_acls" {}
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = var.block_acls
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = true
}`,
    ),
    isUnknown(
      'one is not known',
      `variable "block_acls" {}
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = var.block_acls
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    ),
    passes(
      'all four are on',
      `locals {
  on = true
}
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = local.on
  ignore_public_acls      = local.on
  block_public_policy     = local.on
  restrict_public_buckets = local.on
}`,
    ),
  ],
});
