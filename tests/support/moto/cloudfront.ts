import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { CloudFrontClient, CreateDistributionWithTagsCommand } from '@aws-sdk/client-cloudfront';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new CloudFrontClient(connection);
  const behavior = { TargetOriginId: 'main', ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } }, MinTTL: 0 } as const;
  const base = { Enabled: true, Comment: '' };
  const certificate = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555`;
  const make = async (name: string, config: Omit<DistributionConfig, 'CallerReference' | 'Comment' | 'Enabled'>): Promise<void> => {
    await client.send(
      new CreateDistributionWithTagsCommand({
        DistributionConfigWithTags: {
          DistributionConfig: { ...base, CallerReference: name, ...config },
          Tags: { Items: [{ Key: 'Name', Value: name }] },
        },
      }),
    );
  };
  await make('orders-edge', {
    Aliases: { Quantity: 1, Items: ['orders.example.com'] },
    DefaultRootObject: 'index.html',
    WebACLId: `arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/orders-edge-acl/11111111-2222-3333-4444-555555555555`,
    Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs-bucket.s3.amazonaws.com', Prefix: '' },
    Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Quantity: 1, Items: ['JP'] } },
    ViewerCertificate: { ACMCertificateArn: certificate, SSLSupportMethod: 'sni-only', MinimumProtocolVersion: 'TLSv1.2_2021' },
    DefaultCacheBehavior: { ...behavior, ViewerProtocolPolicy: 'https-only' },
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: 'main',
          DomainName: 'origin.example.com',
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
          },
        },
      ],
    },
  });
  await make('leaflets-edge', {
    Aliases: { Quantity: 1, Items: ['leaflets.example.com'] },
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    ViewerCertificate: { ACMCertificateArn: certificate, SSLSupportMethod: 'vip', MinimumProtocolVersion: 'TLSv1' },
    DefaultCacheBehavior: { ...behavior, ViewerProtocolPolicy: 'allow-all' },
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: 'main',
          DomainName: 'origin.example.com',
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'http-only',
            OriginSslProtocols: { Quantity: 1, Items: ['SSLv3'] },
          },
        },
      ],
    },
  });
}

// moto answers CloudFrontDefaultCertificate: true beside an own certificate, which the API reference excludes: no expectation about
// certificates and the lowest TLS version. Response header policies it has not.
export const expected: readonly Expectation[] = [
  ...pairs('orders-edge', 'leaflets-edge', [
    'aws-cloudfront-default-root-object',
    'aws-cloudfront-geo-restriction',
    'aws-cloudfront-https-only',
    'aws-cloudfront-logging',
    'aws-cloudfront-origin-https-only',
    'aws-cloudfront-origin-no-sslv3',
    'aws-cloudfront-origin-tls',
    'aws-cloudfront-origin-tls-version',
    'aws-cloudfront-sni',
    'aws-cloudfront-waf',
  ]),
];
