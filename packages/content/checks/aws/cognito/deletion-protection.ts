/** A deleted user pool takes every account along, and no backup brings them back. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools are protected from deletion', ja: 'ユーザープールが削除から保護されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.user-pool',
  why: {
    en: 'A deleted user pool takes all its users along; there is no backup to restore them from.',
    ja: 'ユーザープールを削除すると全利用者が失われ、復元できるバックアップもありません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'deletion_protection', value: 'ACTIVE' }],
      cloudformation: [{ set: 'DeletionProtection', value: 'ACTIVE' }],
    },
    summary: {
      en: 'Set deletion_protection to ACTIVE.',
      ja: 'deletion_protection を ACTIVE にしてください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name                = "customers"
  deletion_protection = "ACTIVE"
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      DeletionProtection: ACTIVE`,
    cli: 'aws cognito-idp update-user-pool --user-pool-id ID --deletion-protection ACTIVE',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html'],
  equivalents: ['prowler:cognito_user_pool_deletion_protection_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.deletionProtection === 'ACTIVE') return pass();
    return fail({
      en: `User pool ${pool.name} can be deleted by mistake`,
      ja: `ユーザープール ${pool.name} は誤って削除されるおそれがあります`,
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
    passes(
      'active',
      `resource "aws_cognito_user_pool" "customers" {
  name                = "customers"
  deletion_protection = "ACTIVE"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      DeletionProtection: ACTIVE`,
      },
    ),
  ],
});
