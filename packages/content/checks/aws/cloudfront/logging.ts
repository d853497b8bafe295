/** Requests that the edge answers never reach the logs of the origin. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Distributions log requests', ja: 'ディストリビューションがリクエストを記録する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudfront.distribution',
  why: {
    en: "What the edge answers never reaches the origin's logs; without its own log scans and thefts go unseen.",
    ja: 'エッジで応答したリクエストはオリジンのログに残りません。記録しないと、スキャンや大量取得に気づけません。',
  },
  fix: {
    summary: {
      en: 'Add logging_config with a bucket.',
      ja: 'バケットを指定した logging_config を追加してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  logging_config {
    bucket = "orders-logs.s3.amazonaws.com"
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
        Logging:
          Bucket: orders-logs.s3.amazonaws.com
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html'],
  equivalents: [
    'CKV_AWS_86',
    'AVD-AWS-0010',
    'tfsec:aws-cloudfront-enable-logging',
    'CloudFront.5',
    'prowler:cloudfront_distributions_logging_enabled',
    'cloudsploit:cloudfrontLoggingEnabled',
  ],
  evaluate(distribution) {
    if (distribution.logsRequests) return pass();
    return fail({
      en: `Distribution ${distribution.name} does not log requests`,
      ja: `ディストリビューション ${distribution.name} はリクエストを記録していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
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
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    passes(
      'to a bucket',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  logging_config {
    bucket = "orders-logs.s3.amazonaws.com"
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
        Logging:
          Bucket: orders-logs.s3.amazonaws.com
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
  ],
});
