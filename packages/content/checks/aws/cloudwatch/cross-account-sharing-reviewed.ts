/** The role with this one name shows logs and metrics to another account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'CloudWatch data is not shared with other accounts unnoticed',
    ja: 'CloudWatch のデータが気づかれずに他アカウントへ共有されていない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.role',
  why: {
    en: 'Logs and metrics hold names, addresses and errors of the account; the role opens them to the account it trusts.',
    ja: 'ログやメトリクスには名前・アドレス・エラーが含まれ、このロールは信頼先のアカウントにそれらを開示します。',
  },
  fix: {
    summary: {
      en: 'Remove the role, or share through observability access manager with named accounts.',
      ja: 'ロールを削除するか、Observability Access Manager で相手を明示して共有してください。',
    },
    terraform: `resource "aws_iam_role" "sharing" {
  name = "metrics-reader"
  assume_role_policy = "{}"
}`,
    cloudformation: `Resources:
  Sharing:
    Type: AWS::IAM::Role
    Properties:
      RoleName: metrics-reader
      AssumeRolePolicyDocument: {}`,
    cli: 'aws iam delete-role --role-name CloudWatch-CrossAccountSharingRole',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Cross-Account-Cross-Region.html'],
  equivalents: ['prowler:cloudwatch_cross_account_sharing_disabled'],
  noFramework: 'no control mapping yet',
  evaluate(role) {
    if (role.roleName !== 'CloudWatch-CrossAccountSharingRole') return pass();
    return fail({
      en: `Role ${role.name} shares CloudWatch data with another account`,
      ja: `ロール ${role.name} は CloudWatch のデータを他アカウントと共有します`,
    });
  },
  examples: [
    fails(
      'the sharing role',
      `resource "aws_iam_role" "sharing" {
  name = "CloudWatch-CrossAccountSharingRole"
  assume_role_policy = "{}"
}`,
      {
        cloudformation: `Resources:
  Sharing:
    Type: AWS::IAM::Role
    Properties:
      RoleName: CloudWatch-CrossAccountSharingRole
      AssumeRolePolicyDocument: {}`,
      },
    ),
    passes(
      'another role',
      `resource "aws_iam_role" "sharing" {
  name = "metrics-reader"
  assume_role_policy = "{}"
}`,
      {
        cloudformation: `Resources:
  Sharing:
    Type: AWS::IAM::Role
    Properties:
      RoleName: metrics-reader
      AssumeRolePolicyDocument: {}`,
      },
    ),
  ],
});
