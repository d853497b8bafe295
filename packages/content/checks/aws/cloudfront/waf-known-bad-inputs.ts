/** The Log4j hole is still tried against everything that answers. */
import { any, blocksKnownBadInputs, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of distributions block known bad inputs', ja: 'ディストリビューションの Web ACL が既知の攻撃入力を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'The managed group of known bad inputs stops the Log4j exploit and its kin at the edge.',
    ja: '既知の攻撃入力のマネージドルールグループは、Log4j などの攻撃をエッジで止めます。',
  },
  fix: {
    summary: {
      en: 'Add AWSManagedRulesKnownBadInputsRuleSet to the web ACL.',
      ja: 'Web ACL に AWSManagedRulesKnownBadInputsRuleSet を追加してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  comment    = "site"
  web_acl_id = aws_wafv2_web_acl.edge.arn
  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"
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
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        WebACLId: !GetAtt Edge.Arn
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true
  Edge:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: edge
      Scope: CLOUDFRONT
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
  equivalents: ['CKV2_AWS_47'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    if (!distribution.hasWebAcl) return notApplicable({ en: 'It has no web ACL', ja: 'Web ACL がありません' });
    if (distribution.webAcl && any(distribution.webAcl.rules, blocksKnownBadInputs)) return pass();
    return fail({
      en: `The web ACL of distribution ${distribution.name} does not block known bad inputs`,
      ja: `ディストリビューション ${distribution.name} の Web ACL は既知の攻撃入力を遮断していません`,
    });
  },
  examples: [
    fails(
      'no rule',
      `resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  comment    = "site"
  web_acl_id = aws_wafv2_web_acl.edge.arn
  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
}`,
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        WebACLId: !GetAtt Edge.Arn
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true
  Edge:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: edge
      Scope: CLOUDFRONT
      DefaultAction:
        Allow: {}`,
      },
    ),
    passes(
      'the managed group',
      `resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  comment    = "site"
  web_acl_id = aws_wafv2_web_acl.edge.arn
  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"
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
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        WebACLId: !GetAtt Edge.Arn
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true
  Edge:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: edge
      Scope: CLOUDFRONT
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
