/** An expired certificate is served by mistake one day, and visitors are told not to trust the site. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const certificate = (Expiration: string): readonly ExampleCall[] => [
  {
    call: 'iam:ListServerCertificates',
    response: {
      ServerCertificateMetadataList: [
        { ServerCertificateName: 'shop', Arn: 'arn:aws:iam::123456789012:server-certificate/shop', Expiration },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Expired TLS certificates are removed from IAM', ja: '期限切れの TLS 証明書が IAM から削除されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.server-certificate',
  why: {
    en: 'A load balancer may still be given an expired certificate; clients then refuse the connection or learn to ignore warnings.',
    ja: '期限切れの証明書が誤って使われると、接続が拒否されるか、利用者が警告を無視するようになります。',
  },
  fix: {
    summary: {
      en: 'Delete the certificate, and use ACM, which renews by itself.',
      ja: '証明書を削除し、自動更新される ACM を使ってください。',
    },
    cli: 'aws iam delete-server-certificate --server-certificate-name NAME',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs_manage.html'],
  equivalents: [
    'IAM.26',
    'prowler:iam_no_expired_server_certificates_stored',
    'cloudsploit:certificateExpiry',
    'steampipe:iam_server_certificate_not_expired',
  ],
  evaluate(certificate) {
    if (certificate.daysLeft >= 0) return pass();
    return fail({
      en: `Server certificate ${certificate.name} expired ${-certificate.daysLeft} days ago`,
      ja: `サーバー証明書 ${certificate.name} は ${-certificate.daysLeft} 日前に期限切れになりました`,
    });
  },
  examples: [
    fails('in spring', { live: certificate('2026-03-01T00:00:00Z') }),
    passes('next year', { live: certificate('2027-03-01T00:00:00Z') }),
  ],
});
