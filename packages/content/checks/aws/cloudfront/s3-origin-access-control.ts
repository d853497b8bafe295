/** A bucket that must be public for its distribution is public for everybody. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'S3 origins are reachable only through the distribution', ja: 'S3 オリジンにディストリビューション経由でのみ到達できる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Without origin access control the bucket must be public: whoever knows its name goes past the edge and its rules.',
    ja: 'オリジンアクセスコントロールがないとバケットの公開が必要になり、名前を知る人はエッジの制御を迂回できます。',
  },
  fix: {
    summary: {
      en: 'Add an origin access control to each S3 origin.',
      ja: '各 S3 オリジンにオリジンアクセスコントロールを設定してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name              = "orders-site.s3.ap-northeast-1.amazonaws.com"
    origin_id                = "origin"
    origin_access_control_id = "E1EXAMPLE2OAC"
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
    cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        Origins:
          - Id: origin
            DomainName: orders-site.s3.ap-northeast-1.amazonaws.com
            OriginAccessControlId: E1EXAMPLE2OAC
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html'],
  equivalents: [
    'CKV2_AWS_46',
    'CloudFront.13',
    'prowler:cloudfront_distributions_s3_origin_access_control',
    'cloudsploit:secureOrigin',
    'cloudsploit:publicS3Origin',
  ],
  evaluate(distribution) {
    const open = find(distribution.origins, (origin) => origin.isBucket && !origin.hasOriginAccess);
    if (!open) return pass();
    const label = shown(() => open.label) ?? '';
    return fail({
      en: `Distribution ${distribution.name} reads a bucket as anybody would (origin ${label})`,
      ja: `ディストリビューション ${distribution.name} はバケットに匿名でアクセスします (オリジン ${label})`,
    });
  },
  examples: [
    fails(
      'neither control nor identity',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name = "orders-site.s3.ap-northeast-1.amazonaws.com"
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
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        Origins:
          - Id: origin
            DomainName: orders-site.s3.ap-northeast-1.amazonaws.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    passes(
      'origin access control',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name              = "orders-site.s3.ap-northeast-1.amazonaws.com"
    origin_id                = "origin"
    origin_access_control_id = "E1EXAMPLE2OAC"
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
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        Origins:
          - Id: origin
            DomainName: orders-site.s3.ap-northeast-1.amazonaws.com
            OriginAccessControlId: E1EXAMPLE2OAC
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    passes(
      'another origin',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
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
    ),
    fails(
      'a bucket of this code',
      `resource "aws_s3_bucket" "site" {
  bucket = "orders-site"
}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
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
    ),
  ],
});
