/** A site for one country needs no visitors from all others. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Distributions restrict countries', ja: 'ディストリビューションが国を制限する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Where a service has customers in few countries, most attacks come from the others.',
    ja: '利用者が一部の国に限られるサービスでは、攻撃の多くはそれ以外の国から来ます。',
  },
  fix: {
    summary: {
      en: 'List countries in geo_restriction.',
      ja: 'geo_restriction に国を列挙してください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
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
  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["JP"]
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
        Origins:
          - Id: origin
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
              OriginSSLProtocols: [TLSv1.2]
        Restrictions:
          GeoRestriction:
            RestrictionType: whitelist
            Locations: [JP]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html'],
  equivalents: ['CKV_AWS_374', 'cloudsploit:cloudfrontGeoRestriction'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    if (distribution.geoRestriction !== 'none') return pass();
    return fail({
      en: `Distribution ${distribution.name} serves every country`,
      ja: `ディストリビューション ${distribution.name} はすべての国に配信します`,
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
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
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
        Origins:
          - Id: origin
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
              OriginSSLProtocols: [TLSv1.2]
        Restrictions:
          GeoRestriction:
            RestrictionType: none`,
      },
    ),
    passes(
      'some',
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
  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["JP"]
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
        Origins:
          - Id: origin
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
              OriginSSLProtocols: [TLSv1.2]
        Restrictions:
          GeoRestriction:
            RestrictionType: whitelist
            Locations: [JP]`,
      },
    ),
  ],
});
