/** The console wizard opens SSH or RDP to 0.0.0.0/0 unless somebody says no. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Console-wizard security groups are not in use', ja: 'コンソールのウィザードが作るセキュリティグループを使用していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Groups made by the launch wizard admit remote access from everywhere by default and belong to no design.',
    ja: '起動ウィザードのグループは既定でリモートアクセスを全世界に許可し、設計にも含まれていません。',
  },
  fix: {
    summary: { en: 'Replace it by a group of your own.', ja: '自分で定義したグループに置き換えてください。' },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['prowler:ec2_securitygroup_from_launch_wizard', 'cloudsploit:launchWizardSecurityGroups'],
  evaluate(group) {
    if (group.groupName === undefined || !group.groupName.startsWith('launch-wizard')) return pass();
    return fail({
      en: `Security group ${group.name} was made by the launch wizard`,
      ja: `セキュリティグループ ${group.name} は起動ウィザードで作られたものです`,
    });
  },
  examples: [
    fails(
      'brought into code',
      `resource "aws_security_group" "web" {
  description = "Web servers"
  name        = "launch-wizard-3"
}`,
    ),
    fails('brought into code, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      GroupName: launch-wizard-3`,
    }),
    passes(
      'a name of its own',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
    ),
    passes('a name of its own, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers`,
    }),
  ],
});
