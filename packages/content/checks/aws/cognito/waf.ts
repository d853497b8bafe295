/** Sign-in pages are where stolen passwords are tried. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User pools have a web ACL', ja: 'ユーザープールに Web ACL が関連付けられている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.password-rules',
  why: {
    en: 'Sign-in and registration are tried by machines; a web ACL stops floods and known bad addresses.',
    ja: 'サインインや登録は機械的に試されます。Web ACL があれば大量アクセスや既知の悪性アドレスを止められます。',
  },
  fix: {
    summary: {
      en: 'Associate an AWS WAF web ACL with the user pool.',
      ja: 'ユーザープールに AWS WAF の Web ACL を関連付けてください。',
    },
    terraform: `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}
resource "aws_wafv2_web_acl_association" "customers" {
  resource_arn = aws_cognito_user_pool.customers.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/customers/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Customers.Arn
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/customers/11111111-2222-3333-4444-555555555555`,
    cli: 'aws wafv2 associate-web-acl --web-acl-arn ARN --resource-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html'],
  equivalents: ['prowler:cognito_user_pool_waf_acl_attached', 'cloudsploit:cognitoHasWafEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.hasWebAcl) return pass();
    return fail({
      en: `User pool ${pool.name} has no web ACL`,
      ja: `ユーザープール ${pool.name} に Web ACL が関連付けられていません`,
    });
  },
  examples: [
    fails(
      'none',
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
      'associated',
      `resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}
resource "aws_wafv2_web_acl_association" "customers" {
  resource_arn = aws_cognito_user_pool.customers.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/customers/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Customers.Arn
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/customers/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
