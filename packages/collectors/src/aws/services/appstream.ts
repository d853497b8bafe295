import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon AppStream 2.0 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'appstream',
  load: async () => await import('@aws-sdk/client-appstream'),
  client: 'AppStreamClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeFleets',
      next: { NextToken: 'NextToken' },
      each: {
        items: 'Fleets',
        calls: [{ operation: 'ListTagsForResource', input: named('Arn', 'ResourceArn'), absent: ['ResourceNotFoundException'] }],
      },
    },
  ],
});
