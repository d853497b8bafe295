/** The region default catches the instances that nobody thought of. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Region default for new instances is IMDSv2', ja: '新しいインスタンスの既定がリージョン全体で IMDSv2 になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.metadata-defaults',
  why: {
    en: 'Instances that do not say how the metadata service is used hand out role credentials to simple requests.',
    ja: '設定を明示しないインスタンスは、単純なリクエストだけでロールの認証情報を返してしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'http_tokens', value: 'required' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Set http_tokens to required.', ja: 'http_tokens を required にしてください。' },
    terraform: `resource "aws_ec2_instance_metadata_defaults" "tokyo" {
  http_tokens = "required"
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  equivalents: ['prowler:ec2_instance_account_imdsv2_enabled'],
  evaluate(defaults) {
    if (defaults.tokenUse === 'required') return pass();
    return fail({
      en: `${defaults.name} does not require IMDSv2 for new instances`,
      ja: `${defaults.name} は新しいインスタンスに IMDSv2 を必須としていません`,
    });
  },
  examples: [
    fails(
      'optional',
      `resource "aws_ec2_instance_metadata_defaults" "tokyo" {
  http_tokens = "optional"
}`,
    ),
    fails('no preference', 'resource "aws_ec2_instance_metadata_defaults" "tokyo" {}'),
    passes(
      'required',
      `resource "aws_ec2_instance_metadata_defaults" "tokyo" {
  http_tokens = "required"
}`,
    ),
  ],
});
