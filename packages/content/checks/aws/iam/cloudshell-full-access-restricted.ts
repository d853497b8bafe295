/** CloudShell moves files in and out past every network control. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AWSCloudShellFullAccess is not attached', ja: 'AWSCloudShellFullAccess がアタッチされていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.policy-attachment',
  why: {
    en: 'CloudShell with full access uploads and downloads files over the internet, past proxies and data loss prevention.',
    ja: 'フルアクセスの CloudShell では、プロキシや情報漏えい対策を通らずにファイルを出し入れできます。',
  },
  fix: {
    summary: {
      en: 'Attach a policy of your own that denies file upload and download.',
      ja: 'ファイルのアップロード・ダウンロードを拒否する独自ポリシーに置き換えてください。',
    },
    terraform: `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
    cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"]`,
    cli: 'aws iam detach-group-policy --group-name GROUP --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess',
  },
  references: ['https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html'],
  equivalents: ['IAM.27', 'prowler:iam_policy_cloudshell_admin_not_attached'],
  evaluate(attachment) {
    const policy = find(attachment.policies, (arn) => /(^|\/)AWSCloudShellFullAccess$/.test(arn));
    if (policy === undefined) return pass();
    return fail(
      { en: `${attachment.name} gets ${policy}`, ja: `${attachment.name} に ${policy} が与えられています` },
      { at: ['policies'] },
    );
  },
  examples: [
    fails(
      'attached to a group',
      `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSCloudShellFullAccess"]`,
      },
    ),
    passes(
      'another policy',
      `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"]`,
      },
    ),
  ],
});
