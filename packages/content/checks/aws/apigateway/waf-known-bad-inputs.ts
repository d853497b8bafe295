/** The Log4j hole is still tried against everything that answers. */
import { any, blocksKnownBadInputs, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of REST stages block known bad inputs', ja: 'REST API の Web ACL が既知の攻撃入力を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.stage',
  why: {
    en: 'The managed group of known bad inputs stops the Log4j exploit and its kin before the integration runs.',
    ja: '既知の攻撃入力のマネージドルールグループは、Log4j などの攻撃をバックエンドの前で止めます。',
  },
  fix: {
    summary: {
      en: 'Add AWSManagedRulesKnownBadInputsRuleSet to the web ACL.',
      ja: 'Web ACL に AWSManagedRulesKnownBadInputsRuleSet を追加してください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
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
resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123
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
      ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Orders}/stages/\${Live}
      WebACLArn: !GetAtt Acl.Arn`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  equivalents: ['CKV2_AWS_77'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (!stage.hasWebAcl) return notApplicable({ en: 'It has no web ACL', ja: 'Web ACL がありません' });
    if (stage.webAcl && any(stage.webAcl.rules, blocksKnownBadInputs)) return pass();
    return fail({
      en: `The web ACL of stage ${stage.name} does not block known bad inputs`,
      ja: `ステージ ${stage.name} の Web ACL は既知の攻撃入力を遮断していません`,
    });
  },
  examples: [
    fails(
      'no rule',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_wafv2_web_acl" "orders" {
  name  = "orders"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123
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
      ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Orders}/stages/\${Live}
      WebACLArn: !GetAtt Acl.Arn`,
      },
    ),
    passes(
      'the managed group',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
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
resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = aws_wafv2_web_acl.orders.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123
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
      ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Orders}/stages/\${Live}
      WebACLArn: !GetAtt Acl.Arn`,
      },
    ),
  ],
});
