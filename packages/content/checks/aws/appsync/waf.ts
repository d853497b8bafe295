/** A GraphQL endpoint is public by nature. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL APIs have a web ACL', ja: 'GraphQL API に Web ACL が関連付けられている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appsync.api',
  why: {
    en: 'A GraphQL endpoint is on the internet by nature; a web ACL stops floods, scanners and injections before the resolvers run.',
    ja: 'GraphQL のエンドポイントはインターネットに公開されます。Web ACL があれば、大量アクセスやスキャン、インジェクションをリゾルバーの前で止められます。',
  },
  fix: {
    summary: {
      en: 'Associate an AWS WAF web ACL.',
      ja: 'AWS WAF の Web ACL を関連付けてください。',
    },
    terraform: `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_appsync_graphql_api.orders.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Orders.Arn
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555`,
    cli: 'aws wafv2 associate-web-acl --web-acl-arn ARN --resource-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html'],
  equivalents: ['CKV2_AWS_33', 'cloudsploit:appsyncWafEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.hasWebAcl) return pass();
    return fail({
      en: `API ${api.name} has no web ACL`,
      ja: `API ${api.name} に Web ACL が関連付けられていません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM`,
      },
    ),
    passes(
      'associated',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_appsync_graphql_api.orders.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Orders.Arn
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
