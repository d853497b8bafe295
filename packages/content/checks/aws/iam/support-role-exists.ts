/** In an incident nobody should first have to ask for the right to ask. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A role exists for opening support cases', ja: 'サポートケースを起票するロールがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.core.account',
  why: {
    en: 'During an incident nobody but the root user may open a case with AWS.',
    ja: '事故の最中に、root ユーザー以外は AWS へのサポートケースを起票できません。',
  },
  fix: {
    summary: {
      en: 'Attach AWSSupportAccess to a role of the incident team.',
      ja: 'インシデント対応チームのロールに AWSSupportAccess をアタッチしてください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_securityhub_account" "main" {}
resource "aws_iam_role_policy_attachment" "support" {
  role       = "incident-response"
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}`,
    cli: 'aws iam attach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
  },
  references: ['https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html'],
  equivalents: [
    'AVD-AWS-0169',
    'tfsec:aws-iam-require-support-role',
    'IAM.18',
    'prowler:iam_support_role_created',
    'cloudsploit:iamSupportPolicy',
  ],
  evaluate(account) {
    if (account.supportAccess) return pass();
    return fail({
      en: `The account (${account.name}) gives nobody AWSSupportAccess`,
      ja: `アカウント (${account.name}) で AWSSupportAccess が誰にも与えられていません`,
    });
  },
  examples: [
    fails(
      'nobody',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_securityhub_account" "main" {}`,
      {
        cloudformation: `Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
  Hub:
    Type: AWS::SecurityHub::Hub`,
      },
    ),
    passes(
      'a role',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_securityhub_account" "main" {}
resource "aws_iam_role_policy_attachment" "support" {
  role       = "incident-response"
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}`,
      {
        cloudformation: `Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
  Hub:
    Type: AWS::SecurityHub::Hub
  Incident:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSSupportAccess"]`,
      },
    ),
  ],
});
