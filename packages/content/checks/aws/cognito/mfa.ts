/** Passwords leak elsewhere and are tried here. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools offer MFA', ja: 'ユーザープールで MFA を使える' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cognito.user-pool',
  why: {
    en: 'Passwords that leaked elsewhere are tried on every login page; a second factor makes them worthless.',
    ja: '他で漏れたパスワードはあらゆるログイン画面で試されます。2 つ目の要素があれば無価値になります。',
  },
  fix: {
    summary: {
      en: 'Set mfa_configuration to ON, or OPTIONAL at least.',
      ja: 'mfa_configuration を ON、少なくとも OPTIONAL にしてください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "ON"
  software_token_mfa_configuration {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      MfaConfiguration: "ON"
      EnabledMfas: [SOFTWARE_TOKEN_MFA]`,
    cli: 'aws cognito-idp set-user-pool-mfa-config --user-pool-id ID --mfa-configuration ON --software-token-mfa-configuration Enabled=true',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  equivalents: ['prowler:cognito_user_pool_mfa_enabled', 'cloudsploit:cognitoMFAEnabled'],
  evaluate(pool) {
    if (pool.mfa !== 'OFF') return pass();
    return fail({
      en: `User pool ${pool.name} offers no MFA`,
      ja: `ユーザープール ${pool.name} では MFA を使えません`,
    });
  },
  examples: [
    fails(
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
    fails(
      'switched off',
      `resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "OFF"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      MfaConfiguration: "OFF"`,
      },
    ),
    passes(
      'required',
      `resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "ON"
  software_token_mfa_configuration {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      MfaConfiguration: "ON"
      EnabledMfas: [SOFTWARE_TOKEN_MFA]`,
      },
    ),
  ],
});
