/** Archives are what an organization must keep for years, often because it is sensitive. */
import { anyStatement, defineCheck, fail, fails, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Archive vaults are not public', ja: 'アーカイブボールトが公開されていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glacier.vault',
  why: {
    en: 'A policy that names everyone lets any AWS account retrieve or delete the archives.',
    ja: '全員を許可するポリシーがあると、任意の AWS アカウントがアーカイブを取得・削除できます。',
  },
  fix: {
    summary: { en: 'Name the accounts or roles that may use the vault.', ja: 'ボールトを利用できるアカウントやロールを限定してください。' },
    terraform: `resource "aws_glacier_vault" "archive" {
  name          = "archive"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/auditor" }
      Action    = "glacier:InitiateJob"
      Resource  = "arn:aws:glacier:ap-northeast-1:123456789012:vaults/archive"
    }]
  })
}`,
  },
  references: ['https://docs.aws.amazon.com/amazonglacier/latest/dev/access-control-resource-based.html'],
  equivalents: ['CKV_AWS_167', 'prowler:glacier_vaults_policy_public_access', 'cloudsploit:vaultPublicAccess'],
  evaluate(vault) {
    if (!anyStatement(vault.policy, grantsEveryone)) return pass();
    return fail({ en: `The policy of vault ${vault.name} admits everyone`, ja: `ボールト ${vault.name} のポリシーが全員を許可しています` });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_glacier_vault" "archive" {
  name          = "archive"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "glacier:InitiateJob"
      Resource  = "arn:aws:glacier:ap-northeast-1:123456789012:vaults/archive"
    }]
  })
}`,
    ),
    passes(
      'one role',
      `resource "aws_glacier_vault" "archive" {
  name          = "archive"
  access_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/auditor" }
      Action    = "glacier:InitiateJob"
      Resource  = "arn:aws:glacier:ap-northeast-1:123456789012:vaults/archive"
    }]
  })
}`,
    ),
    passes(
      'no policy',
      `resource "aws_glacier_vault" "archive" {
  name = "archive"
}`,
    ),
  ],
});
