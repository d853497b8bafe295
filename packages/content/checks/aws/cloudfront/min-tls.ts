/** TLS 1.0 and 1.1 have weaknesses that no patch closes. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Viewers must use TLS 1.2 or later', ja: '閲覧者に TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: "Whoever sits between a viewer and the edge breaks old TLS versions; CloudFront's own certificate always admits TLS 1.0.",
    ja: '閲覧者とエッジの間の攻撃者は古い TLS を破れます。CloudFront の証明書は常に TLS 1.0 を許可します。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'viewer_certificate.minimum_protocol_version', value: 'TLSv1.2_2021' }],
      cloudformation: [{ set: 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion', value: 'TLSv1.2_2021' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Use a certificate of your own and set minimum_protocol_version to TLSv1.2_2021.',
      ja: '自社の証明書を使い、minimum_protocol_version を TLSv1.2_2021 にしてください。',
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
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only`,
    cli: 'aws cloudfront update-distribution --id ID --distribution-config file://config.json',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  ],
  equivalents: [
    'CKV_AWS_174',
    'AVD-AWS-0013',
    'tfsec:aws-cloudfront-use-secure-tls-policy',
    'CloudFront.15',
    'cloudsploit:insecureProtocols',
    'cloudsploit:cloudfrontTlsDeprecatedProtocols',
  ],
  evaluate(distribution) {
    if (/^TLSv1\.[2-9]/.test(distribution.minimumTls)) return pass();
    return fail({
      en: `Distribution ${distribution.name} accepts ${distribution.minimumTls}`,
      ja: `ディストリビューション ${distribution.name} は ${distribution.minimumTls} を受け付けます`,
    });
  },
  examples: [
    fails(
      'the certificate of CloudFront',
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
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
      },
    ),
    fails(
      'an old version',
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
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    minimum_protocol_version = "TLSv1.1_2016"
    ssl_support_method       = "sni-only"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          MinimumProtocolVersion: TLSv1.1_2016
          SslSupportMethod: sni-only`,
      },
    ),
    passes(
      'TLS 1.2',
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
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only`,
      },
    ),
  ],
});
