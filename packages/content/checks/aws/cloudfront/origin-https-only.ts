/** What the viewer chose need not be what the origin is told. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Origins are reached over HTTPS only', ja: 'オリジンとの通信を HTTPS に限定する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Any other policy lets the edge talk to the origin over plain HTTP, today or after a change of the behaviors.',
    ja: 'それ以外のポリシーでは、現在または動作の変更後に、エッジが平文の HTTP でオリジンと通信しえます。',
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
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html'],
  equivalents: ['CKV2_AWS_72', 'cloudsploit:cloudfrontCustomOriginHttpsOnly'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    const open = find(distribution.origins, ({ protocolPolicy }) => protocolPolicy !== undefined && protocolPolicy !== 'https-only');
    if (!open) return pass();
    const label = shown(() => open.label) ?? '';
    return fail({
      en: `Distribution ${distribution.name} may reach its origin over plain HTTP (origin ${label}: ${open.protocolPolicy})`,
      ja: `ディストリビューション ${distribution.name} は平文の HTTP でオリジンと通信しえます (オリジン ${label}: ${open.protocolPolicy})`,
    });
  },
  examples: [
    fails(
      'what the viewer uses',
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
  ],
});
