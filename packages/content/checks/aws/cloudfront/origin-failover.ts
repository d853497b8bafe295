/** One origin is one outage away from a site that does not answer. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Distributions have a second origin to fail over to', ja: 'ディストリビューションに予備のオリジンがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'With an origin group the edge asks the second origin when the first fails.',
    ja: 'オリジングループがあれば、主系の障害時にエッジが予備のオリジンに切り替えます。',
  },
  fix: {
    summary: {
      en: 'Add an origin_group with two members and the status codes to fail over on.',
      ja: '2 つのメンバーと切り替え条件のステータスコードを持つ origin_group を追加してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin_group {
    origin_id = "origin"
    failover_criteria {
      status_codes = [500, 502]
    }
    member {
      origin_id = "first"
    }
    member {
      origin_id = "second"
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
    cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        OriginGroups:
          Quantity: 1
          Items:
            - Id: origin
              FailoverCriteria:
                StatusCodes:
                  Quantity: 2
                  Items: [500, 502]
              Members:
                Quantity: 2
                Items:
                  - OriginId: first
                  - OriginId: second
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html'],
  equivalents: ['CKV_AWS_310', 'CloudFront.4', 'prowler:cloudfront_distributions_multiple_origin_failover_configured'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    if (any(distribution.originGroups, (group) => group.members.length > 1 && any(group.failoverCodes, () => true))) return pass();
    return fail({
      en: `Distribution ${distribution.name} has no origin group that fails over`,
      ja: `ディストリビューション ${distribution.name} に切り替え可能なオリジングループがありません`,
    });
  },
  examples: [
    fails(
      'none',
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
      'a group',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin_group {
    origin_id = "origin"
    failover_criteria {
      status_codes = [500, 502]
    }
    member {
      origin_id = "first"
    }
    member {
      origin_id = "second"
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
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: site
        OriginGroups:
          Quantity: 1
          Items:
            - Id: origin
              FailoverCriteria:
                StatusCodes:
                  Quantity: 2
                  Items: [500, 502]
              Members:
                Quantity: 2
                Items:
                  - OriginId: first
                  - OriginId: second
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
  ],
});
