import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { isBucket } from './bucket-origin.ts';
import { anySet, minimumTls } from './certificate.ts';
import type { CacheBehavior, Distribution, Origin, OriginGroup, OriginGroupMember } from './shape.ts';

export const terraform = defineTerraform<Distribution>({
  types: ['aws_cloudfront_distribution'],
  identity: ['comment'],
  read(distribution, context) {
    const certificate = distribution.block('viewer_certificate');
    return {
      behaviors: behaviors(distribution),
      origins: distribution.list<Origin>('origin', origin),
      originGroups: distribution.list<OriginGroup>('origin_group', originGroup),
      hasWebAcl: distribution.isSet('web_acl_id'),
      webAcl: context.ref(distribution, 'web_acl_id', 'aws.wafv2.web-acl'),
      logsRequests: distribution.block('logging_config').isSet('bucket'),
      hasDefaultRootObject: distribution.isSet('default_root_object'),
      hasOwnCertificate: anySet(certificate, ['acm_certificate_arn', 'iam_certificate_id']),
      minimumTls: minimumTls(certificate, 'cloudfront_default_certificate', 'minimum_protocol_version'),
      certificateSupport: certificate.string('ssl_support_method'),
      geoRestriction: distribution.block('restrictions').block('geo_restriction').string('restriction_type', { default: 'none' }),
    };
  },
});

function behaviors(distribution: BlockReader): ListNode<CacheBehavior> {
  const standard = distribution.list<CacheBehavior>('default_cache_behavior', behavior);
  const ordered = distribution.list<CacheBehavior>('ordered_cache_behavior', behavior);
  return { ...standard, items: [...standard.items, ...ordered.items], rest: standard.rest ?? ordered.rest };
}

function behavior(block: BlockReader): NodeOf<CacheBehavior> {
  return object<CacheBehavior>(
    {
      pathPattern: block.string('path_pattern', { default: '*' }),
      viewerProtocolPolicy: block.string('viewer_protocol_policy'),
      hasResponseHeadersPolicy: block.isSet('response_headers_policy_id'),
    },
    block.place,
  );
}

function origin(block: BlockReader): NodeOf<Origin> {
  const custom = block.block('custom_origin_config');
  const control = block.isSet('origin_access_control_id');
  return object<Origin>(
    {
      label: block.string('origin_id'),
      isBucket: isBucket(block, {
        domain: 'domain_name',
        bucketConfig: 's3_origin_config',
        customConfig: 'custom_origin_config',
        address: /(?:^|\.)bucket(?:_regional)?_domain_name$/,
      }),
      hasOriginAccess: control.value === false ? block.block('s3_origin_config').isSet('origin_access_identity') : control,
      protocolPolicy: custom.string('origin_protocol_policy'),
      tlsVersions: custom.strings('origin_ssl_protocols'),
    },
    block.place,
  );
}

function originGroup(block: BlockReader): NodeOf<OriginGroup> {
  return object<OriginGroup>(
    {
      members: block.list<OriginGroupMember>('member', (member) =>
        object<OriginGroupMember>({ originId: member.string('origin_id') }, member.place),
      ),
      failoverCodes: block.block('failover_criteria').strings('status_codes'),
    },
    block.place,
  );
}
