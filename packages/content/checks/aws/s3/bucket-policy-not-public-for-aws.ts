/** A second opinion: where AWS calls a policy public and nobody else sees why, one of the two is wrong. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, notApplicable, pass, passes, shown, publicAccess } from '@kumomori/model';

const open = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: false, RestrictPublicBuckets: false } as const;
const closed = { ...open, BlockPublicPolicy: true, RestrictPublicBuckets: true } as const;

/** A bucket whose policy opens it to a network that AWS counts as everybody. */
function bucket(block: typeof open | typeof closed, IsPublic: boolean): readonly ExampleCall[] {
  const request = { Bucket: 'orders-bucket' };
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::orders-bucket/*',
    Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  };
  return [
    { call: 's3:ListBuckets', response: { Buckets: [{ Name: 'orders-bucket' }] } },
    { call: 's3:GetPublicAccessBlock', request, response: { PublicAccessBlockConfiguration: block } },
    { call: 's3:GetBucketPolicy', request, response: { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) } },
    { call: 's3:GetBucketPolicyStatus', request, response: { PolicyStatus: { IsPublic } } },
    {
      call: 's3control:GetPublicAccessBlock',
      request: { AccountId: '123456789012' },
      error: 'NoSuchPublicAccessBlockConfiguration',
    },
  ];
}

export const check = defineCheck({
  title: { en: 'AWS itself does not call the bucket policy public', ja: 'AWS 自身の判定でバケットポリシーが公開とみなされていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.s3.bucket',
  why: {
    en: 'What AWS calls public is what its console, its reports and whoever audits the account will see.',
    ja: 'AWS が公開と判定したポリシーは、コンソールや各種レポート、監査でも公開として扱われます。',
  },
  fix: {
    summary: {
      en: 'Name principals, or limit the statement by fixed values of aws:PrincipalOrgID, aws:SourceVpce or aws:SourceArn; turn on RestrictPublicBuckets.',
      ja: 'プリンシパルを明示するか aws:PrincipalOrgID、aws:SourceVpce、aws:SourceArn の固定値で制限し、RestrictPublicBuckets を有効にしてください。',
    },
    cli: 'aws s3api get-bucket-policy-status --bucket NAME; aws s3api get-bucket-policy --bucket NAME',
    console: {
      en: 'S3 → the bucket → Permissions → Bucket policy: the badge "Publicly accessible".',
      ja: 'S3 → 対象バケット → アクセス許可 → バケットポリシーの「公開アクセス可能」表示を確認します。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html'],
  equivalents: [],
  without: { terraform: 'only AWS says it', cloudformation: 'only AWS says it' },
  noFramework: 'controls on public buckets are linked through the checks of reading and writing',
  evaluate(bucket) {
    if (bucket.policyIsPublic === undefined)
      return notApplicable({ en: `Bucket ${bucket.name} has no policy`, ja: `バケット ${bucket.name} にポリシーはありません` });
    if (!bucket.policyIsPublic || bucket.publicAccessBlock.restrictPublicBuckets || bucket.accountBlock.restrictPublicBuckets)
      return pass();
    const agrees = shown(() => publicAccess(bucket, 'read')?.through === 'policy' || publicAccess(bucket, 'write')?.through === 'policy');
    return fail(
      agrees === true
        ? {
            en: `AWS calls the policy of bucket ${bucket.name} public, and everybody can use it`,
            ja: `AWS はバケット ${bucket.name} のポリシーを公開と判定しており、実際に誰でも利用できます`,
          }
        : {
            en: `AWS calls the policy of bucket ${bucket.name} public, although its statements let not everybody read or write`,
            ja: `バケット ${bucket.name} のポリシーは誰もが読み書きできる内容ではありませんが、AWS は公開と判定しています`,
          },
    );
  },
  examples: [
    fails('it opens the bucket to a network', { live: bucket(open, true) }),
    passes('AWS finds nothing', { live: bucket(open, false) }),
    passes('the bucket restricts what its policy opens', { live: bucket(closed, true) }),
  ],
});
