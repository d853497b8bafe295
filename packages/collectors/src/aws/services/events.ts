import { defineService } from '../service.ts';

/** Source: Amazon EventBridge API reference, read 2026-11-22. */
export const service = defineService({
  id: 'events',
  load: async () => await import('@aws-sdk/client-eventbridge'),
  client: 'EventBridgeClient',
  scope: 'regional',
  calls: [{ operation: 'ListEventBuses', next: { NextToken: 'NextToken' } }],
});
