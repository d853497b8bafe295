/** Answers of Amazon CloudFront, in the words of CloudFormation. Source: Amazon CloudFront API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveProperties, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { bucketAt } from './distribution/bucket-origin.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'cloudfront:ListDistributions',
    items: 'DistributionList.Items',
    types: ['AWS::CloudFront::Distribution'],
    declare: distribution,
  },
  {
    call: 'cloudfront:ListResponseHeadersPolicies',
    items: 'ResponseHeadersPolicyList.Items',
    types: ['AWS::CloudFront::ResponseHeadersPolicy'],
    declare: headersPolicy,
  },
];

function distribution(item: Json, context: LiveContext): LiveThing | null {
  const [id, arn] = [textOf(item, 'Id'), textOf(item, 'ARN')];
  if (id === undefined || arn === undefined) return null;
  const { properties, rest } = described(context.answer('cloudfront:GetDistributionConfig', { Id: id }, ['NoSuchDistribution']), (json) =>
    config(jsonAt(json, 'DistributionConfig') ?? {}, context),
  );
  return {
    type: 'AWS::CloudFront::Distribution',
    id: arn,
    name: itemsAt(item, 'Aliases.Items').flatMap((alias) => (typeof alias === 'string' ? [alias] : []))[0] ?? id,
    names: [id, textOf(item, 'DomainName') ?? id],
    properties: {
      DistributionConfig: rest ?? properties,
      Tags: whenKnown(context.answer('cloudfront:ListTagsForResource', { Resource: arn }, ['NoSuchResource']), (json) =>
        tagPairs(itemsAt(json, 'Tags.Items')),
      ),
    },
  };
}

/** Lists stand in `Items`, beside their `Quantity`; what is off is an empty text. */
function config(json: Json, context: LiveContext): LiveProperties {
  return {
    Enabled: jsonAt(json, 'Enabled'),
    Aliases: itemsAt(json, 'Aliases.Items'),
    DefaultRootObject: textOf(json, 'DefaultRootObject'),
    WebACLId: textOf(json, 'WebACLId'),
    DefaultCacheBehavior: behavior(jsonAt(json, 'DefaultCacheBehavior')),
    CacheBehaviors: itemsAt(json, 'CacheBehaviors.Items').map(behavior),
    Origins: itemsAt(json, 'Origins.Items').map(origin),
    BucketOrigins: itemsAt(json, 'Origins.Items').flatMap((each) => bucketOrigin(textOf(each, 'DomainName') ?? '', context)),
    OriginGroups: { Items: itemsAt(json, 'OriginGroups.Items') },
    Logging: jsonAt(json, 'Logging.Enabled') === true ? { Bucket: textOf(json, 'Logging.Bucket') } : undefined,
    ViewerCertificate: {
      CloudFrontDefaultCertificate: jsonAt(json, 'ViewerCertificate.CloudFrontDefaultCertificate') ?? false,
      AcmCertificateArn: textOf(json, 'ViewerCertificate.ACMCertificateArn'),
      IamCertificateId: textOf(json, 'ViewerCertificate.IAMCertificateId'),
      MinimumProtocolVersion: textOf(json, 'ViewerCertificate.MinimumProtocolVersion'),
      SslSupportMethod: textOf(json, 'ViewerCertificate.SSLSupportMethod'),
    },
    Restrictions: { GeoRestriction: { RestrictionType: textOf(json, 'Restrictions.GeoRestriction.RestrictionType') } },
  };
}

function behavior(json: Json | undefined): LiveValue {
  return {
    PathPattern: textOf(json, 'PathPattern'),
    ViewerProtocolPolicy: textOf(json, 'ViewerProtocolPolicy'),
    ResponseHeadersPolicyId: textOf(json, 'ResponseHeadersPolicyId'),
  };
}

function origin(json: Json): LiveValue {
  const custom = jsonAt(json, 'CustomOriginConfig');
  const bucket = jsonAt(json, 'S3OriginConfig');
  return {
    Id: textOf(json, 'Id'),
    DomainName: textOf(json, 'DomainName'),
    OriginAccessControlId: textOf(json, 'OriginAccessControlId'),
    S3OriginConfig: bucket && { OriginAccessIdentity: textOf(bucket, 'OriginAccessIdentity') },
    CustomOriginConfig: custom && {
      OriginProtocolPolicy: textOf(custom, 'OriginProtocolPolicy'),
      OriginSSLProtocols: itemsAt(custom, 'OriginSslProtocols.Items'),
    },
  };
}

/** Names of buckets are unique: one that the account does not have is somebody else's, or is free for everybody to take. */
function bucketOrigin(domain: string, context: LiveContext): LiveValue[] {
  const bucket = bucketAt(domain);
  if (bucket === null) return [];
  const own = context.list('s3:ListBuckets', 'Buckets');
  const isOwn = own.some((each) => !(each instanceof Missing) && textOf(each, 'Name') === bucket);
  return [{ Bucket: bucket, IsOwn: isOwn || (own.find((each) => each instanceof Missing) ?? false) }];
}

function headersPolicy(item: Json, { partition, account }: LiveContext): LiveThing | null {
  const id = textOf(item, 'ResponseHeadersPolicy.Id');
  const config = jsonAt(item, 'ResponseHeadersPolicy.ResponseHeadersPolicyConfig');
  if (id === undefined || config === undefined || textOf(item, 'Type') === 'managed') return null;
  return {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    id: `arn:${partition}:cloudfront::${account}:response-headers-policy/${id}`,
    name: textOf(config, 'Name') ?? id,
    names: [id],
    properties: { ResponseHeadersPolicyConfig: config },
  };
}
