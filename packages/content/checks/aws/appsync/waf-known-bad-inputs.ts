/** The Log4j hole is still tried against everything that answers. */
import { any, blocksKnownBadInputs, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of GraphQL APIs block known bad inputs', ja: 'GraphQL API の Web ACL が既知の攻撃入力を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appsync.api',
  why: {
    en: 'The managed group of known bad inputs stops the Log4j exploit and its kin, which scanners still send everywhere.',
    ja: '既知の攻撃入力のマネージドルールグループは、今も送られ続ける Log4j などの攻撃を止めます。',
  },
  fix: {
    summary: {
      en: 'Add AWSManagedRulesKnownBadInputsRuleSet to the web ACL.',
      ja: 'Web ACL に AWSManagedRulesKnownBadInputsRuleSet を追加してください。',
    },
    terraform: `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl" "orders" {
  name  = "orders"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}
resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_appsync_graphql_api.orders.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: orders
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      Rules:
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Orders.Arn
      WebACLArn: !GetAtt Acl.Arn`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  equivalents: ['CKV2_AWS_78'],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (!api.hasWebAcl) return notApplicable({ en: 'It has no web ACL', ja: 'Web ACL がありません' });
    if (api.webAcl && any(api.webAcl.rules, blocksKnownBadInputs)) return pass();
    return fail({
      en: `The web ACL of API ${api.name} does not block known bad inputs`,
      ja: `API ${api.name} の Web ACL は既知の攻撃入力を遮断していません`,
    });
  },
  examples: [
    fails(
      'no rule',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl" "orders" {
  name  = "orders"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_appsync_graphql_api.orders.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: orders
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Orders.Arn
      WebACLArn: !GetAtt Acl.Arn`,
      },
    ),
    passes(
      'the managed group',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl" "orders" {
  name  = "orders"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}
resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_appsync_graphql_api.orders.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: orders
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      Rules:
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Orders.Arn
      WebACLArn: !GetAtt Acl.Arn`,
      },
    ),
  ],
});
