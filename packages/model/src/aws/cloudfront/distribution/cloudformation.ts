import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { isBucket } from './bucket-origin.ts';
import { anySet, minimumTls } from './certificate.ts';
import type { CacheBehavior, Distribution, Origin, OriginGroup, OriginGroupMember } from './shape.ts';

/** Source: CloudFormation template reference, AWS::CloudFront::Distribution, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Distribution>({
  types: ['AWS::CloudFront::Distribution'],
  read(resource, context) {
    const distribution = resource.block('DistributionConfig');
    const certificate = distribution.block('ViewerCertificate');
    return {
      behaviors: behaviors(distribution),
      origins: distribution.list<Origin>('Origins', origin),
      originGroups: distribution.block('OriginGroups').list<OriginGroup>('Items', originGroup),
      hasWebAcl: distribution.isSet('WebACLId'),
      webAcl: context.ref(distribution, 'WebACLId', 'aws.wafv2.web-acl'),
      logsRequests: distribution.block('Logging').isSet('Bucket'),
      hasDefaultRootObject: distribution.isSet('DefaultRootObject'),
      hasOwnCertificate: anySet(certificate, ['AcmCertificateArn', 'IamCertificateId']),
      minimumTls: minimumTls(certificate, 'CloudFrontDefaultCertificate', 'MinimumProtocolVersion'),
      certificateSupport: certificate.string('SslSupportMethod'),
      geoRestriction: distribution.block('Restrictions').block('GeoRestriction').string('RestrictionType', { default: 'none' }),
    };
  },
});

function behaviors(distribution: BlockReader): ListNode<CacheBehavior> {
  const standard = distribution.list<CacheBehavior>('DefaultCacheBehavior', behavior);
  const ordered = distribution.list<CacheBehavior>('CacheBehaviors', behavior);
  return { ...standard, items: [...standard.items, ...ordered.items], rest: standard.rest ?? ordered.rest };
}

function behavior(block: BlockReader): NodeOf<CacheBehavior> {
  return object<CacheBehavior>(
    {
      pathPattern: block.string('PathPattern', { default: '*' }),
      viewerProtocolPolicy: block.string('ViewerProtocolPolicy'),
      hasResponseHeadersPolicy: block.isSet('ResponseHeadersPolicyId'),
    },
    block.place,
  );
}

function origin(block: BlockReader): NodeOf<Origin> {
  const custom = block.block('CustomOriginConfig');
  const control = block.isSet('OriginAccessControlId');
  return object<Origin>(
    {
      label: block.string('Id'),
      isBucket: isBucket(block, {
        domain: 'DomainName',
        bucketConfig: 'S3OriginConfig',
        customConfig: 'CustomOriginConfig',
        address: /(?:^|\.)(?:Regional|DualStack)?DomainName$/,
      }),
      hasOriginAccess: control.value === false ? block.block('S3OriginConfig').isSet('OriginAccessIdentity') : control,
      protocolPolicy: custom.string('OriginProtocolPolicy'),
      tlsVersions: custom.strings('OriginSSLProtocols'),
    },
    block.place,
  );
}

function originGroup(block: BlockReader): NodeOf<OriginGroup> {
  return object<OriginGroup>(
    {
      members: block
        .block('Members')
        .list<OriginGroupMember>('Items', (member) => object<OriginGroupMember>({ originId: member.string('OriginId') }, member.place)),
      failoverCodes: block.block('FailoverCriteria').block('StatusCodes').strings('Items'),
    },
    block.place,
  );
}
