/** Without a root object a request for / shows what the origin lists. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A default root object is set', ja: 'デフォルトルートオブジェクトが設定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Without one a request for / goes to the origin, which may list all objects of a bucket.',
    ja: '設定しないと / へのリクエストがオリジンに届き、バケットの一覧が見えることがあります。',
  },
  fix: {
    summary: {
      en: 'Set default_root_object.',
      ja: 'default_root_object を設定してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled             = true
  comment             = "site"
  default_root_object = "index.html"
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
        DefaultRootObject: index.html
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
    cli: 'aws cloudfront update-distribution --id ID --default-root-object index.html',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html'],
  equivalents: ['CKV_AWS_305', 'CloudFront.1', 'prowler:cloudfront_distributions_default_root_object'],
  evaluate(distribution) {
    if (distribution.hasDefaultRootObject) return pass();
    return fail({
      en: `Distribution ${distribution.name} has no default root object`,
      ja: `ディストリビューション ${distribution.name} にデフォルトルートオブジェクトがありません`,
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
      'index.html',
      `resource "aws_cloudfront_distribution" "site" {
  enabled             = true
  comment             = "site"
  default_root_object = "index.html"
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
        DefaultRootObject: index.html
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
  ],
});
