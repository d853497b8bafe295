import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon DAX API reference, read 2026-11-22. */
export const service = defineService({
  id: 'dax',
  load: async () => await import('@aws-sdk/client-dax'),
  client: 'DAXClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeClusters',
      next: { NextToken: 'NextToken' },
      each: { items: 'Clusters', calls: [{ operation: 'ListTags', input: named('ClusterArn', 'ResourceName') }] },
    },
  ],
});
