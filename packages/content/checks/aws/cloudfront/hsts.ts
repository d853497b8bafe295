/** A browser that was told so never asks over plain HTTP again. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

/** A year, which browsers ask for before they preload a site. Source: hstspreload.org, read 2026-11-22. */
const LEAST_SECONDS = 31_536_000;

export const check = defineCheck({
  title: { en: 'Response headers policies enforce HTTPS strictly', ja: 'レスポンスヘッダーポリシーが HTTPS を厳格に強制する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudfront.response-headers-policy',
  why: {
    en: 'Without strict transport security the first request of a visit can be caught and kept on plain HTTP.',
    ja: 'HSTS がないと、最初のリクエストを横取りされ、平文の HTTP に留められるおそれがあります。',
  },
  fix: {
    summary: {
      en: 'Send HSTS for a year at least, with subdomains, preload and override.',
      ja: 'サブドメイン・プリロード・上書きを有効にし、1 年以上の HSTS を送ってください。',
    },
    terraform: `resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
  }
}`,
    cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: site
        SecurityHeadersConfig:
          StrictTransportSecurity:
            AccessControlMaxAgeSec: 63072000
            IncludeSubdomains: true
            Preload: true
            Override: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html'],
  equivalents: ['CKV_AWS_259'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const wrong = which({
      'sends no strict transport security': () => !policy.hasHsts,
      'sends it for less than a year': () => (policy.hstsMaxAgeSeconds ?? 0) < LEAST_SECONDS,
      'leaves subdomains out': () => !policy.hstsSubdomains,
      'lets the origin replace it': () => !policy.hstsOverrides,
      'does not allow preloading': () => !policy.hstsPreload,
    });
    if (wrong === undefined) return pass();
    return fail({
      en: `Response headers policy ${policy.name} ${wrong}`,
      ja: `レスポンスヘッダーポリシー ${policy.name} の HSTS が不十分です`,
    });
  },
  examples: [
    fails(
      'a month',
      `resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 2592000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
  }
}`,
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: site
        SecurityHeadersConfig:
          StrictTransportSecurity:
            AccessControlMaxAgeSec: 2592000
            IncludeSubdomains: true
            Preload: true
            Override: true`,
      },
    ),
    fails(
      'none',
      `resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"
}`,
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: site`,
      },
    ),
    passes(
      'two years',
      `resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
  }
}`,
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: site
        SecurityHeadersConfig:
          StrictTransportSecurity:
            AccessControlMaxAgeSec: 63072000
            IncludeSubdomains: true
            Preload: true
            Override: true`,
      },
    ),
  ],
});
