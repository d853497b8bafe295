/** An exception for a port is an exception for every cluster of the Region. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR block public access admits SSH at most', ja: 'EMR のパブリックアクセスブロックの例外が SSH だけである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.block-public-access',
  why: {
    en: 'Each permitted range lets every cluster of the Region open those ports to the internet, consoles without login among them.',
    ja: '許可した範囲のポートは、リージョン内のどのクラスターでもインターネットに開放できるようになります。認証のない管理画面も含まれます。',
  },
  fix: {
    summary: {
      en: 'Take ranges other than port 22 out of the exceptions.',
      ja: 'ポート 22 以外の範囲を例外から外してください。',
    },
    terraform: `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = true
  permitted_public_security_group_rule_range {
    min_range = 22
    max_range = 22
  }
}`,
    cli: 'aws emr get-block-public-access-configuration',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(settings) {
    const open = find(settings.permitted, (ports) => !(ports.from === 22 && (ports.to ?? ports.from) === 22));
    if (!open) return pass();
    return fail({
      en: `EMR block public access (${settings.name}) permits ports ${open.from} to ${open.to ?? open.from}`,
      ja: `EMR のパブリックアクセスブロック (${settings.name}) はポート ${open.from}～${open.to ?? open.from} を許可しています`,
    });
  },
  examples: [
    fails(
      'every port permitted',
      `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = true
  permitted_public_security_group_rule_range {
    min_range = 0
    max_range = 65535
  }
}`,
    ),
    passes(
      'ssh permitted',
      `resource "aws_emr_block_public_access_configuration" "region" {
  block_public_security_group_rules = true
  permitted_public_security_group_rule_range {
    min_range = 22
    max_range = 22
  }
}`,
    ),
  ],
});
