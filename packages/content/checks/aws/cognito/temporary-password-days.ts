/** A temporary password waits in a mailbox. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Temporary passwords expire within a week', ja: '仮パスワードが 1 週間以内に失効する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.password-rules',
  why: {
    en: 'A temporary password waits in a mailbox; the longer it is valid, the more people find it there.',
    ja: '仮パスワードはメールボックスに残ります。有効期間が長いほど、他人に見つかりやすくなります。',
  },
  fix: {
    summary: {
      en: 'Set temporary_password_validity_days to 7 or less.',
      ja: 'temporary_password_validity_days を 7 以下にしてください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length                   = 14
    temporary_password_validity_days = 1
  }
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      Policies:
        PasswordPolicy:
          MinimumLength: 14
          TemporaryPasswordValidityDays: 1`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: ['prowler:cognito_user_pool_temporary_password_expiration'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.temporaryDays <= 7) return pass();
    return fail({
      en: `Temporary passwords of user pool ${pool.name} are valid for ${pool.temporaryDays} days`,
      ja: `ユーザープール ${pool.name} の仮パスワードは ${pool.temporaryDays} 日間有効です`,
    });
  },
  examples: [
    fails(
      'a month',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length                   = 14
    temporary_password_validity_days = 30
  }
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      Policies:
        PasswordPolicy:
          MinimumLength: 14
          TemporaryPasswordValidityDays: 30`,
      },
    ),
    passes(
      'a day',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length                   = 14
    temporary_password_validity_days = 1
  }
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      Policies:
        PasswordPolicy:
          MinimumLength: 14
          TemporaryPasswordValidityDays: 1`,
      },
    ),
    passes(
      'not written',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers`,
      },
    ),
  ],
});
