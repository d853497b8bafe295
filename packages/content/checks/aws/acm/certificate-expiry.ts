/** An expired certificate stops the service, and hurried people switch verification off. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const arn = 'arn:aws:acm:ap-northeast-1:123456789012:certificate/c1';
const certificate = (more: JsonObject): readonly ExampleCall[] => [
  {
    call: 'acm:ListCertificates',
    region: 'ap-northeast-1',
    response: { CertificateSummaryList: [{ CertificateArn: arn, DomainName: 'shop.example.com' }] },
  },
  { call: 'acm:DescribeCertificate', region: 'ap-northeast-1', request: { CertificateArn: arn }, response: { Certificate: more } },
];

export const check = defineCheck({
  title: { en: 'Certificates are renewed in time', ja: '証明書が期限前に更新されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.acm.validity',
  why: {
    en: 'ACM renews 60 days before the end; one that has 30 left failed to renew, or was imported and waits for somebody.',
    ja: 'ACM は期限の 60 日前に更新します。残り 30 日なら更新に失敗したか、手動更新が必要なインポート証明書です。',
  },
  fix: {
    summary: {
      en: 'Restore the validation record of the domain, or import a new certificate.',
      ja: 'ドメインの検証レコードを直すか、新しい証明書をインポートしてください。',
    },
    cli: 'aws acm describe-certificate --certificate-arn ARN --query Certificate.RenewalSummary',
    console: { en: 'ACM → the certificate → Renewal status.', ja: 'ACM → 対象 → 更新ステータス。' },
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
  equivalents: [
    'ACM.1',
    'prowler:acm_certificates_expiration_check',
    'cloudsploit:acmCertificateExpiry',
    'steampipe:acm_certificate_expires_30_days',
  ],
  params: { days: { type: 'number', default: 30, min: 0, description: { en: 'Days left at least', ja: '最低の残り日数' } } },
  evaluate(certificate, { days }) {
    const { daysLeft } = certificate;
    if (daysLeft === undefined) return notApplicable({ en: 'It was not issued yet', ja: 'まだ発行されていません' });
    if (daysLeft >= days) return pass();
    return fail(
      daysLeft < 0
        ? {
            en: `Certificate ${certificate.name} expired ${-daysLeft} days ago`,
            ja: `証明書 ${certificate.name} は ${-daysLeft} 日前に期限切れになりました`,
          }
        : {
            en: `Certificate ${certificate.name} expires in ${daysLeft} days`,
            ja: `証明書 ${certificate.name} は ${daysLeft} 日後に期限切れになります`,
          },
      { at: ['daysLeft'] },
    );
  },
  examples: [
    fails('three weeks left', { live: certificate({ NotAfter: '2026-07-22T00:00:00Z' }) }),
    fails('expired', { live: certificate({ NotAfter: '2026-06-01T00:00:00Z' }) }),
    passes('next year', { live: certificate({ NotAfter: '2027-06-01T00:00:00Z' }) }),
    isNotApplicable('waits for its validation', { live: certificate({ Status: 'PENDING_VALIDATION' }) }),
  ],
});
