import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon AppFlow API reference, read 2026-11-22. */
export const service = defineService({
  id: 'appflow',
  load: async () => await import('@aws-sdk/client-appflow'),
  client: 'AppflowClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListFlows',
      each: { items: 'flows', calls: [{ operation: 'DescribeFlow', input: named('flowName'), absent: ['ResourceNotFoundException'] }] },
    },
    { operation: 'DescribeConnectorProfiles' },
  ],
});
