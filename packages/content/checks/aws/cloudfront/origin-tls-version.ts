/** SSLv3 and TLS 1.0 have holes that cannot be closed. */
import { any, defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Origins are reached with TLS 1.2', ja: 'オリジンとの通信に TLS 1.2 を使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cloudfront.distribution',
  why: {
    en: 'SSLv3, TLS 1.0 and 1.1 have weaknesses that let somebody on the way read and change requests.',
    ja: 'SSLv3、TLS 1.0、1.1 には、途中の攻撃者に読み取りや改ざんを許す弱点があります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'origin[*].custom_origin_config[*].origin_ssl_protocols', value: ['TLSv1.2'] }],
      cloudformation: [{ set: 'DistributionConfig.Origins[*].CustomOriginConfig[*].OriginSSLProtocols', value: ['TLSv1.2'] }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Leave only TLSv1.2 in origin_ssl_protocols.',
      ja: 'origin_ssl_protocols を TLSv1.2 だけにしてください。',
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
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html'],
  equivalents: ['prowler:cloudfront_distributions_using_deprecated_ssl_protocols', 'cloudsploit:cloudfrontOriginTlsVersion'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    const open = find(distribution.origins, (origin) =>
      any(origin.tlsVersions, (version) => version !== 'TLSv1.2' && version !== 'TLSv1.3'),
    );
    if (!open) return pass();
    const label = shown(() => open.label) ?? '';
    return fail({
      en: `Distribution ${distribution.name} reaches an origin with old TLS versions (origin ${label})`,
      ja: `ディストリビューション ${distribution.name} は古い TLS でオリジンと通信します (オリジン ${label})`,
    });
  },
  examples: [
    fails(
      'TLS 1.0',
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
      origin_ssl_protocols   = ["TLSv1", "TLSv1.2"]
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
              OriginSSLProtocols: [TLSv1, TLSv1.2]
        DefaultCacheBehavior:
          TargetOriginId: origin
          ViewerProtocolPolicy: redirect-to-https
        ViewerCertificate:
          CloudFrontDefaultCertificate: true`,
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
