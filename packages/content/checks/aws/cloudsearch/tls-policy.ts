/** TLS 1.0 has holes that cannot be closed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search domains require TLS 1.2', ja: '検索ドメインが TLS 1.2 を必須にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudsearch.domain',
  why: {
    en: 'TLS 1.0 has weaknesses that let an attacker on the network read searches and documents.',
    ja: 'TLS 1.0 には、ネットワーク上の攻撃者に検索や文書を読まれる弱点があります。',
  },
  fix: {
    edits: { terraform: [{ set: 'endpoint_options.tls_security_policy', value: 'Policy-Min-TLS-1-2-2019-07' }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set tls_security_policy to Policy-Min-TLS-1-2-2019-07.',
      ja: 'tls_security_policy を Policy-Min-TLS-1-2-2019-07 にしてください。',
    },
    terraform: `resource "aws_cloudsearch_domain" "catalog" {
  name = "catalog"
  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}`,
    cli: 'aws cloudsearch update-domain-endpoint-options --domain-name NAME --domain-endpoint-options EnforceHTTPS=true,TLSSecurityPolicy=Policy-Min-TLS-1-2-2019-07',
  },
  references: ['https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html'],
  equivalents: ['CKV_AWS_218'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.tlsPolicy !== 'Policy-Min-TLS-1-0-2019-07') return pass();
    return fail({
      en: `Domain ${domain.name} accepts TLS 1.0 (${domain.tlsPolicy})`,
      ja: `ドメイン ${domain.name} は TLS 1.0 を受け付けます (${domain.tlsPolicy})`,
    });
  },
  examples: [
    fails(
      'TLS 1.0',
      `resource "aws_cloudsearch_domain" "catalog" {
  name = "catalog"
  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}`,
    ),
    fails(
      'not written',
      `resource "aws_cloudsearch_domain" "catalog" {
  name = "catalog"
}`,
    ),
    passes(
      'TLS 1.2',
      `resource "aws_cloudsearch_domain" "catalog" {
  name = "catalog"
  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}`,
    ),
  ],
});
