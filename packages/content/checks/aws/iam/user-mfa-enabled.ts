/** A console password is phished or reused sooner or later; the second factor decides whether that matters. */
import { any, anyOf, defineCheck, deniesWithoutMfa, fail, findStatement, notApplicable, pass } from '@kumomori/model';
import { userMfaExamples } from './user-mfa-enabled.examples.ts';

export const check = defineCheck({
  title: { en: 'Every IAM user that can sign in to the console has MFA', ja: 'コンソールにサインインできる IAM ユーザーに MFA がある' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.user',
  why: {
    en: 'With a password alone, a phished or reused one opens the account from anywhere.',
    ja: 'パスワードだけでは、フィッシングや使い回しで漏れた時点でどこからでもアカウントに侵入されます。',
  },
  fix: {
    summary: {
      en: 'Put the user in a group whose policy denies everything without MFA, or give up the password and sign in through Identity Center.',
      ja: 'MFA なしの操作を拒否するポリシーを持つグループに入れるか、パスワードを廃止して Identity Center からサインインしてください。',
    },
    terraform: `resource "aws_iam_user" "auditor" {
  name = "auditor"
}

resource "aws_iam_user_login_profile" "auditor" {
  user = aws_iam_user.auditor.name
}

resource "aws_iam_user_policy" "mfa" {
  name = "mfa-required"
  user = aws_iam_user.auditor.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyWithoutMfa"
      Effect    = "Deny"
      NotAction = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ChangePassword", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}`,
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor
      LoginProfile:
        Password: !Sub "{{resolve:secretsmanager:auditor}}"
        PasswordResetRequired: true
  Device:
    Type: AWS::IAM::VirtualMFADevice
    Properties:
      Users:
        - !Ref Auditor`,
    cli: 'aws iam enable-mfa-device --user-name USER --serial-number ARN --authentication-code1 CODE --authentication-code2 CODE',
    console: {
      en: 'IAM → Users → the user → Security credentials → Assign MFA device.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → MFA デバイスの割り当て。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
  ],
  equivalents: [
    'AVD-AWS-0145',
    'tfsec:aws-iam-enforce-user-mfa',
    'IAM.5',
    'IAM.19',
    'prowler:iam_user_mfa_enabled_console_access',
    'cloudsploit:usersMfaEnabled',
  ],
  evaluate(user) {
    if (!user.hasPassword) return notApplicable({ en: 'The user has no console password', ja: 'コンソールのパスワードがありません' });
    const isProtected = anyOf(
      () => user.hasMfaDevice,
      () => any(user.policies, (policy) => findStatement(policy, deniesWithoutMfa) !== undefined),
    );
    if (isProtected) return pass();
    return fail(
      {
        en: `User ${user.name} signs in with a password, with neither an MFA device nor a policy that demands one`,
        ja: `ユーザー ${user.name} はパスワードだけでサインインでき、MFA デバイスも MFA を必須とするポリシーもありません`,
      },
      { at: ['hasPassword'] },
    );
  },
  examples: userMfaExamples,
});
