/** Addresses of its own cost a distribution 600 dollars a month, for browsers nobody uses. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Distributions serve HTTPS by name (SNI)', ja: 'ディストリビューションが SNI で HTTPS を配信する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'Dedicated addresses are for clients without SNI, which are too old for safe TLS anyhow, and cost a lot.',
    ja: '専用 IP は SNI 非対応の古いクライアント向けで、高額なうえ、そうしたクライアントは安全な TLS も使えません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'viewer_certificate.ssl_support_method', value: 'sni-only' }],
      cloudformation: [{ set: 'DistributionConfig.ViewerCertificate.SslSupportMethod', value: 'sni-only' }],
    },
    summary: {
      en: 'Set ssl_support_method to sni-only.',
      ja: 'ssl_support_method を sni-only にしてください。',
    },
    terraform: `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html'],
  equivalents: ['CloudFront.8', 'prowler:cloudfront_distributions_https_sni_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    if (distribution.certificateSupport === undefined || distribution.certificateSupport === 'sni-only') return pass();
    return fail({
      en: `Distribution ${distribution.name} uses dedicated addresses`,
      ja: `ディストリビューション ${distribution.name} は専用 IP アドレスを使っています`,
    });
  },
  examples: [
    fails(
      'dedicated addresses',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    ssl_support_method  = "vip"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          SslSupportMethod: vip`,
      },
    ),
    passes(
      'by name',
      `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "site"
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
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only`,
      },
    ),
  ],
});
