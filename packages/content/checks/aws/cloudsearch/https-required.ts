/** Searches tell what people look for. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search domains require HTTPS', ja: '検索ドメインが HTTPS を必須にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudsearch.domain',
  why: {
    en: 'Over plain HTTP searches, results and documents travel readably and can be changed on the way.',
    ja: '平文の HTTP では、検索語・結果・文書が読める形で流れ、途中で改ざんもできます。',
  },
  fix: {
    edits: { terraform: [{ set: 'endpoint_options.enforce_https', value: true }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set enforce_https to true.',
      ja: 'enforce_https を true にしてください。',
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
  equivalents: ['CKV_AWS_220'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.enforcesHttps) return pass();
    return fail({
      en: `Domain ${domain.name} accepts plain HTTP`,
      ja: `ドメイン ${domain.name} は平文の HTTP を受け付けます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_cloudsearch_domain" "catalog" {
  name = "catalog"
}`,
    ),
    passes(
      'enforced',
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
