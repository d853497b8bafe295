/** The Log4j hole is still tried against everything that answers. */
import { any, blocksKnownBadInputs, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of load balancers block known bad inputs', ja: 'ロードバランサーの Web ACL が既知の攻撃入力を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.wafv2.load-balancer',
  why: {
    en: 'The managed group of known bad inputs stops the Log4j exploit and its kin before they reach the servers.',
    ja: '既知の攻撃入力のマネージドルールグループは、Log4j などの攻撃をサーバーの前で止めます。',
  },
  fix: {
    summary: {
      en: 'Add AWSManagedRulesKnownBadInputsRuleSet to the web ACL.',
      ja: 'Web ACL に AWSManagedRulesKnownBadInputsRuleSet を追加してください。',
    },
    terraform: `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_lb.shop.arn
  web_acl_arn  = aws_wafv2_web_acl.shop.arn
}
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
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
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Ref Shop
      WebACLArn: !GetAtt Acl.Arn
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
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
              VendorName: AWS`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  equivalents: ['CKV2_AWS_76'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (balancer.isInternal) return notApplicable({ en: 'It does not face the internet', ja: 'インターネットに面していません' });
    if (!balancer.hasWebAcl) return notApplicable({ en: 'It has no web ACL', ja: 'Web ACL がありません' });
    if (balancer.webAcl && any(balancer.webAcl.rules, blocksKnownBadInputs)) return pass();
    return fail({
      en: `The web ACL of load balancer ${balancer.name} does not block known bad inputs`,
      ja: `ロードバランサー ${balancer.name} の Web ACL は既知の攻撃入力を遮断していません`,
    });
  },
  examples: [
    fails(
      'no rule',
      `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_lb.shop.arn
  web_acl_arn  = aws_wafv2_web_acl.shop.arn
}
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Ref Shop
      WebACLArn: !GetAtt Acl.Arn
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
      Scope: REGIONAL
      DefaultAction:
        Allow: {}`,
      },
    ),
    passes(
      'the managed group',
      `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_lb.shop.arn
  web_acl_arn  = aws_wafv2_web_acl.shop.arn
}
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
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
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Ref Shop
      WebACLArn: !GetAtt Acl.Arn
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
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
              VendorName: AWS`,
      },
    ),
  ],
});
