import { defineService } from '../service.ts';
import { webAclCalls } from '../web-acl-calls.ts';

/** Web ACLs of CloudFront, which live in one region only. Source: AWS WAFV2 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'wafv2-cloudfront',
  load: async () => await import('@aws-sdk/client-wafv2'),
  client: 'WAFV2Client',
  scope: 'global',
  prefix: 'wafv2',
  calls: webAclCalls('CLOUDFRONT'),
});
