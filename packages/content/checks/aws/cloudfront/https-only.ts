/** Every behavior counts: one path in the clear is enough to lose a session. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Viewers are redirected to HTTPS', ja: '閲覧者が HTTPS に誘導される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Pages served over HTTP can be read and changed on the way to the viewer.',
    ja: 'HTTP で配信されたページは、閲覧者に届くまでに読まれ、書き換えられるおそれがあります。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'default_cache_behavior.viewer_protocol_policy', value: 'redirect-to-https' },
        { set: 'ordered_cache_behavior[*].viewer_protocol_policy', value: 'redirect-to-https' },
      ],
      cloudformation: [{ set: 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', value: 'redirect-to-https' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set viewer_protocol_policy to redirect-to-https or https-only in every behavior.',
      ja: 'すべてのビヘイビアで viewer_protocol_policy を redirect-to-https か https-only にしてください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
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
}`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
    console: {
      en: 'CloudFront → the distribution → Behaviors → Edit → Redirect HTTP to HTTPS → Save.',
      ja: 'CloudFront → 対象 → ビヘイビア → 編集 → HTTP を HTTPS にリダイレクト → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html'],
  equivalents: [
    'CKV_AWS_34',
    'AVD-AWS-0012',
    'tfsec:aws-cloudfront-enforce-https',
    'CloudFront.3',
    'prowler:cloudfront_distributions_https_enabled',
    'cloudsploit:cloudfrontHttpsOnly',
  ],
  evaluate(distribution) {
    const behavior = find(distribution.behaviors, (each) => each.viewerProtocolPolicy === 'allow-all');
    if (!behavior) return pass();
    return fail({
      en: `Distribution ${distribution.name} serves ${behavior.pathPattern} over plain HTTP too (allow-all)`,
      ja: `ディストリビューション ${distribution.name} は ${behavior.pathPattern} を平文 HTTP でも配信します (allow-all)`,
    });
  },
  examples: [
    fails(
      'the default behavior',
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
    viewer_protocol_policy = "allow-all"
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
      'one path of several',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"

  ordered_cache_behavior {
    path_pattern           = "/legacy/*"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "allow-all"
  }

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "https-only"
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
      'redirect',
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
    isUnknown(
      'handed in',
      `variable "policy" {}
resource "aws_cloudfront_distribution" "site" {
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
    viewer_protocol_policy = var.policy
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
    fails('plain HTTP (CloudFormation)', {
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
          ViewerProtocolPolicy: allow-all`,
    }),
    passes('redirected (CloudFormation)', {
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
  ],
});
