/** The last barrier before a cluster shows its consoles to the internet. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR block public access is on', ja: 'EMR のパブリックアクセスブロックが有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.emr.block-public-access',
  why: {
    en: 'The setting refuses clusters whose security groups are open; without it one careless group exposes consoles without login.',
    ja: 'この設定は、開放されたセキュリティグループを持つクラスターの起動を拒みます。無効だと、認証のない管理画面が公開されかねません。',
  },
  fix: {
    edits: { terraform: [{ set: 'block_public_security_group_rules', value: true }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set block_public_security_group_rules to true and permit port 22 at most.',
      ja: 'block_public_security_group_rules を true にし、許可するポートは 22 までにしてください。',
    },
    terraform: `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = true
}`,
    cli: 'aws emr put-block-public-access-configuration --block-public-access-configuration BlockPublicSecurityGroupRules=true',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html'],
  equivalents: ['CKV_AWS_390', 'EMR.2', 'prowler:emr_cluster_account_public_block_enabled'],
  evaluate(settings) {
    if (!settings.isBlocked)
      return fail({
        en: `EMR public access is not blocked (${settings.name})`,
        ja: `EMR のパブリックアクセスがブロックされていません (${settings.name})`,
      });
    return pass();
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = false
}`,
    ),
    passes(
      'on',
      `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = true
}`,
    ),
  ],
});
