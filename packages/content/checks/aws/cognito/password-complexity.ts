/** A policy that is written and leaves a kind of characters out is weaker than none. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools require all kinds of characters', ja: 'ユーザープールが全種類の文字を要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.password-rules',
  why: {
    en: "A written policy replaces Cognito's own, which asks for all four kinds: what it leaves out is no longer asked for.",
    ja: 'ポリシーを書くと、4 種類すべてを求める Cognito の既定が置き換わり、書かなかった種類は要求されなくなります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'password_policy.require_symbols', value: true }],
      cloudformation: [{ set: 'Policies.PasswordPolicy.RequireSymbols', value: true }],
    },
    summary: {
      en: 'Require lowercase, uppercase, numbers and symbols.',
      ja: '小文字・大文字・数字・記号をすべて要求してください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length    = 14
    require_lowercase = true
    require_numbers   = true
    require_symbols   = true
    require_uppercase = true
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
          RequireLowercase: true
          RequireNumbers: true
          RequireSymbols: true
          RequireUppercase: true`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: [
    'Cognito.3',
    'prowler:cognito_user_pool_password_policy_lowercase',
    'prowler:cognito_user_pool_password_policy_uppercase',
    'prowler:cognito_user_pool_password_policy_number',
    'prowler:cognito_user_pool_password_policy_symbol',
  ],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (!pool.hasPolicy) return pass();
    const missing = which({
      lowercase: () => !pool.requiresLowercase,
      uppercase: () => !pool.requiresUppercase,
      numbers: () => !pool.requiresNumbers,
      symbols: () => !pool.requiresSymbols,
    });
    if (missing === undefined) return pass();
    return fail({
      en: `Passwords of user pool ${pool.name} need no ${missing}`,
      ja: `ユーザープール ${pool.name} のパスワードは必須でない文字種があります (${missing})`,
    });
  },
  examples: [
    fails(
      'symbols left out',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length    = 14
    require_lowercase = true
    require_numbers   = true
    require_uppercase = true
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
          RequireLowercase: true
          RequireNumbers: true
          RequireUppercase: true`,
      },
    ),
    passes(
      'all four',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length    = 14
    require_lowercase = true
    require_numbers   = true
    require_symbols   = true
    require_uppercase = true
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
          RequireLowercase: true
          RequireNumbers: true
          RequireSymbols: true
          RequireUppercase: true`,
      },
    ),
    passes(
      'no policy: the one of Cognito',
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
