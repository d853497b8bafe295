/** A guest gets AWS credentials without saying who it is. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Identity pools admit no guests', ja: 'ID プールがゲストを受け入れない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cognito.identity-pool',
  why: {
    en: "Anybody who finds the pool's id gets AWS credentials of the guest role, and tries what that role may do.",
    ja: 'プールの ID を知る誰もがゲストロールの AWS 認証情報を取得し、その権限を試せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'allow_unauthenticated_identities', value: false }],
      cloudformation: [{ set: 'AllowUnauthenticatedIdentities', value: false }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set allow_unauthenticated_identities to false.',
      ja: 'allow_unauthenticated_identities を false にしてください。',
    },
    terraform: `resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = false
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: shop
      AllowUnauthenticatedIdentities: false`,
    cli: 'aws cognito-identity update-identity-pool --identity-pool-id ID --identity-pool-name NAME --no-allow-unauthenticated-identities',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  equivalents: ['CKV_AWS_366', 'Cognito.2', 'prowler:cognito_identity_pool_guest_access_disabled'],
  evaluate(pool) {
    if (!pool.admitsGuests) return pass();
    return fail({
      en: `Identity pool ${pool.name} gives AWS credentials to guests`,
      ja: `ID プール ${pool.name} はゲストに AWS の認証情報を渡します`,
    });
  },
  examples: [
    fails(
      'guests',
      `resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = true
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: shop
      AllowUnauthenticatedIdentities: true`,
      },
    ),
    passes(
      'no guests',
      `resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = false
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: shop
      AllowUnauthenticatedIdentities: false`,
      },
    ),
  ],
});
