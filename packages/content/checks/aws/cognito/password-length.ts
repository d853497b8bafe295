/** Short passwords fall to guessing however many symbols they hold. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools require long passwords', ja: 'ユーザープールが長いパスワードを要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.user-pool',
  why: {
    en: 'Length is what makes a password hard to guess; eight characters, the default, are within reach.',
    ja: 'パスワードの強さは長さで決まります。既定の 8 文字は推測されうる長さです。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'password_policy.minimum_length', value: 16 }],
      cloudformation: [{ set: 'Policies.PasswordPolicy.MinimumLength', value: 16 }],
    },
    summary: {
      en: 'Set minimum_length of the password policy.',
      ja: 'パスワードポリシーの minimum_length を設定してください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length = 16
  }
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      Policies:
        PasswordPolicy:
          MinimumLength: 16`,
    cli: 'aws cognito-idp update-user-pool --user-pool-id ID --policies PasswordPolicy={MinimumLength=14}',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: ['prowler:cognito_user_pool_password_policy_minimum_length_14'],
  noFramework: 'no control mapping yet',
  params: {
    length: { type: 'number', default: 14, min: 8, description: { en: 'Characters at least', ja: '最小の文字数' } },
  },
  evaluate(pool, { length }) {
    if (pool.minimumPasswordLength >= length) return pass();
    return fail({
      en: `User pool ${pool.name} accepts passwords of ${pool.minimumPasswordLength} characters`,
      ja: `ユーザープール ${pool.name} は ${pool.minimumPasswordLength} 文字のパスワードを受け付けます`,
    });
  },
  examples: [
    fails(
      'the default',
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
    fails(
      'ten',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length = 10
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
          MinimumLength: 10`,
      },
    ),
    passes(
      'sixteen',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length = 16
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
          MinimumLength: 16`,
      },
    ),
  ],
});
