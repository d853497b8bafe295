import { defineService } from '../service.ts';
import { webAclCalls } from '../web-acl-calls.ts';

/** Web ACLs of load balancers, APIs and user pools. Source: AWS WAFV2 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'wafv2',
  load: async () => await import('@aws-sdk/client-wafv2'),
  client: 'WAFV2Client',
  scope: 'regional',
  calls: webAclCalls('REGIONAL'),
});
