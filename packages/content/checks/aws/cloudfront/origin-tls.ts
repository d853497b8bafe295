/** Between edge and origin the request crosses the internet once more. */
import { any, defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Origin traffic is encrypted', ja: 'オリジンとの通信が暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Between edge and origin requests cross the internet again, with cookies and passwords.',
    ja: 'エッジとオリジンの間でも、リクエストは Cookie やパスワードとともに再びインターネットを通ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'origin[*].custom_origin_config[*].origin_protocol_policy', value: 'https-only' }],
      cloudformation: [{ set: 'DistributionConfig.Origins[*].CustomOriginConfig[*].OriginProtocolPolicy', value: 'https-only' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set origin_protocol_policy to https-only.',
      ja: 'origin_protocol_policy を https-only にしてください。',
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
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
              OriginSSLProtocols: [TLSv1.2]
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html'],
  equivalents: ['CloudFront.9', 'prowler:cloudfront_distributions_origin_traffic_encrypted'],
  evaluate(distribution) {
    const open = find(
      distribution.origins,
      ({ protocolPolicy }) =>
        protocolPolicy === 'http-only' ||
        (protocolPolicy === 'match-viewer' && any(distribution.behaviors, (behavior) => behavior.viewerProtocolPolicy === 'allow-all')),
    );
    if (!open) return pass();
    const label = shown(() => open.label) ?? '';
    return fail({
      en: `Distribution ${distribution.name} talks to its origin over plain HTTP (origin ${label})`,
      ja: `ディストリビューション ${distribution.name} は平文の HTTP でオリジンと通信します (オリジン ${label})`,
    });
  },
  examples: [
    fails(
      'plain HTTP',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
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
              OriginProtocolPolicy: http-only
              OriginSSLProtocols: [TLSv1.2]
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    passes(
      'HTTPS only',
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
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    passes(
      'what viewers use, who must use HTTPS',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "match-viewer"
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
              OriginProtocolPolicy: match-viewer
              OriginSSLProtocols: [TLSv1.2]
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
  ],
});
