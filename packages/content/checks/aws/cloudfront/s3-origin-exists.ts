/** Names of buckets are free for everybody: whoever makes the missing one serves the pages of your domain. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

const distribution = (domain: string, bucketsAnswer: Pick<ExampleCall, 'response' | 'error'>): readonly ExampleCall[] => [
  {
    call: 'cloudfront:ListDistributions',
    response: {
      DistributionList: {
        Items: [{ Id: 'E1EXAMPLE', ARN: 'arn:aws:cloudfront::123456789012:distribution/E1EXAMPLE', DomainName: 'd111.cloudfront.net' }],
      },
    },
  },
  {
    call: 'cloudfront:GetDistributionConfig',
    request: { Id: 'E1EXAMPLE' },
    response: { DistributionConfig: { Enabled: true, Origins: { Quantity: 1, Items: [{ Id: 'site', DomainName: domain }] } } },
  },
  { call: 's3:ListBuckets', ...bucketsAnswer },
];
const owned = { response: { Buckets: [{ Name: 'orders-site' }] } };

export const check = defineCheck({
  title: { en: 'S3 origins are buckets of the account', ja: 'S3 オリジンが自アカウントのバケットを指している' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.cloudfront.bucket-origins',
  why: {
    en: 'When the bucket of an origin was deleted, anybody can make one of that name and serve pages under your domain.',
    ja: 'オリジンのバケットが削除されていると、誰でも同名のバケットを作り、自社ドメインでページを配信できます。',
  },
  fix: {
    summary: {
      en: 'Remove the origin, or make the bucket again in this account; name buckets of your other accounts in otherBuckets.',
      ja: 'オリジンを削除するか、バケットを作り直してください。自社の別アカウントのものは otherBuckets に記載してください。',
    },
    cli: 'aws cloudfront update-distribution --id ID --if-match ETAG --distribution-config file://config.json',
    console: {
      en: 'CloudFront → Distributions → the distribution → Origins → the origin → Delete.',
      ja: 'CloudFront → ディストリビューション → 対象 → オリジン → 対象のオリジン → 削除。',
    },
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html'],
  equivalents: [
    'CloudFront.12',
    'prowler:cloudfront_distributions_s3_origin_non_existent_bucket',
    'steampipe:cloudfront_distribution_no_non_existent_s3_origin',
  ],
  params: {
    otherBuckets: {
      type: 'strings',
      default: [],
      description: { en: 'Buckets of other accounts that are trusted', ja: '信頼する別アカウントのバケット' },
    },
  },
  evaluate(distribution, { otherBuckets }) {
    const strange = find(distribution.buckets, ({ bucket, isOwn }) => !otherBuckets.includes(bucket) && !isOwn);
    if (strange === undefined) return pass();
    return fail({
      en: `Distribution ${distribution.name} reads bucket ${strange.bucket}, which this account does not have`,
      ja: `ディストリビューション ${distribution.name} は、このアカウントにないバケット ${strange.bucket} を参照しています`,
    });
  },
  examples: [
    fails('a bucket that is gone', { live: distribution('orders-old.s3.ap-northeast-1.amazonaws.com', owned) }),
    passes('a bucket of the account', { live: distribution('orders-site.s3.ap-northeast-1.amazonaws.com', owned) }),
    passes(
      'a known one of another account',
      { live: distribution('orders-shared.s3.amazonaws.com', owned) },
      { params: { otherBuckets: ['orders-shared'] } },
    ),
    passes('no bucket', { live: distribution('origin.example.com', owned) }),
    isUnknown('nobody may list the buckets', {
      live: distribution('orders-site.s3.ap-northeast-1.amazonaws.com', { error: 'AccessDenied' }),
    }),
  ],
});
