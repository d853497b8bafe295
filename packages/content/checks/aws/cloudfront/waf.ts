/** A web ACL at the edge stops scanners and floods before they cost anything. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Distributions have a web ACL', ja: 'ディストリビューションに Web ACL が関連付けられている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'A web ACL filters injection attempts, bad bots and floods at the edge, before they reach the origin.',
    ja: 'Web ACL は、インジェクション・悪性ボット・大量アクセスをオリジンに届く前にエッジで止めます。',
  },
  fix: {
    summary: { en: 'Set web_acl_id to an AWS WAF web ACL.', ja: 'web_acl_id に AWS WAF の Web ACL を指定してください。' },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/site/11111111-2222-3333-4444-555555555555"

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

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
}`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
    console: {
      en: 'CloudFront → the distribution → Security → Enable AWS WAF.',
      ja: 'CloudFront → 対象 → セキュリティ → AWS WAF を有効化。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html'],
  equivalents: [
    'CKV_AWS_68',
    'AVD-AWS-0011',
    'tfsec:aws-cloudfront-enable-waf',
    'CloudFront.6',
    'prowler:cloudfront_distributions_using_waf',
    'cloudsploit:cloudfrontWafEnabled',
  ],
  evaluate(distribution) {
    if (distribution.hasWebAcl) return pass();
    return fail({
      en: `Distribution ${distribution.name} has no web ACL`,
      ja: `ディストリビューション ${distribution.name} に Web ACL が関連付けられていません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

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
`,
    ),
    fails(
      'an empty one',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  web_acl_id = ""

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

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
`,
    ),
    passes(
      'one of the same code',
      `resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "CLOUDFRONT"
}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  web_acl_id = aws_wafv2_web_acl.site.arn

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

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
`,
    ),
    passes(
      'handed in',
      `variable "acl" {}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  web_acl_id = var.acl

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

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
`,
    ),
    fails('none (CloudFormation)', {
      cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        Origins:
          - Id: origin
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https`,
    }),
    passes('attached (CloudFormation)', {
      cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        Origins:
          - Id: origin
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        WebACLId: arn:aws:wafv2:us-east-1:123456789012:global/webacl/site/11111111-2222-3333-4444-555555555555`,
    }),
  ],
});
