/** A group nobody can explain is a group nobody dares to close. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security groups say what they are for', ja: 'セキュリティグループに用途の説明がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Without a description reviews cannot tell a forgotten exception from a rule that is needed.',
    ja: '説明がないと、レビューで忘れられた例外と必要な設定を区別できません。',
  },
  fix: {
    summary: { en: 'Write the purpose into description.', ja: 'description に用途を書いてください。' },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: [
    'CKV_AWS_23',
    'AVD-AWS-0099',
    'tfsec:aws-ec2-add-description-to-security-group',
    'tfsec:aws-vpc-add-description-to-security-group',
  ],
  without: { cloudformation: 'GroupDescription is required' },
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (aside(() => group.isDefault)) {
      return notApplicable({
        en: `${group.name} is the default group of its VPC, whose description cannot be changed`,
        ja: `${group.name} は VPC のデフォルトグループで、説明は変更できません`,
      });
    }
    const text = group.description;
    // What Terraform writes when nothing is said.
    if (text !== undefined && text !== '' && text !== 'Managed by Terraform') return pass();
    return fail({ en: `Security group ${group.name} has no description`, ja: `セキュリティグループ ${group.name} に説明がありません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_security_group" "web" {
  name = "web"
}`,
    ),
    passes(
      'written',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
    ),
    isNotApplicable(
      'the default group keeps its own',
      `resource "aws_default_security_group" "main" {
  vpc_id = "vpc-0123456789abcdef0"
}`,
    ),
  ],
});
