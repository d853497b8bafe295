/** Lists of stolen passwords are tried by machines. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools block suspicious sign-ins', ja: 'ユーザープールが不審なサインインを遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.user-pool',
  why: {
    en: 'Threat protection recognizes compromised passwords and unusual sign-ins, and stops them instead of letting them in.',
    ja: '脅威保護は漏えい済みのパスワードや不審なサインインを検知し、遮断します。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'user_pool_add_ons.advanced_security_mode', value: 'ENFORCED' }],
      cloudformation: [{ set: 'UserPoolAddOns.AdvancedSecurityMode', value: 'ENFORCED' }],
    },
    cautions: ['blocks-traffic', 'needs-tier'],
    summary: {
      en: 'Set advanced_security_mode to ENFORCED.',
      ja: 'advanced_security_mode を ENFORCED にしてください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      UserPoolAddOns:
        AdvancedSecurityMode: ENFORCED`,
    cli: 'aws cognito-idp update-user-pool --user-pool-id ID --user-pool-add-ons AdvancedSecurityMode=ENFORCED',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html'],
  equivalents: ['Cognito.1', 'prowler:cognito_user_pool_advanced_security_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.threatProtection === 'ENFORCED') return pass();
    return fail({
      en: `Threat protection of user pool ${pool.name} is ${pool.threatProtection}`,
      ja: `ユーザープール ${pool.name} の脅威保護は ${pool.threatProtection} です`,
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
      'only recorded',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  user_pool_add_ons {
    advanced_security_mode = "AUDIT"
  }
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      UserPoolAddOns:
        AdvancedSecurityMode: AUDIT`,
      },
    ),
    passes(
      'enforced',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      UserPoolAddOns:
        AdvancedSecurityMode: ENFORCED`,
      },
    ),
  ],
});
