import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Global Accelerator API reference, read 2026-11-22. */
export const service = defineService({
  id: 'globalaccelerator',
  load: async () => await import('@aws-sdk/client-global-accelerator'),
  client: 'GlobalAcceleratorClient',
  scope: 'global',
  home: 'us-west-2',
  calls: [
    {
      operation: 'ListAccelerators',
      each: {
        items: 'Accelerators',
        calls: [
          { operation: 'DescribeAcceleratorAttributes', input: named('AcceleratorArn'), absent: ['AcceleratorNotFoundException'] },
          { operation: 'ListTagsForResource', input: named('AcceleratorArn', 'ResourceArn'), absent: ['AcceleratorNotFoundException'] },
        ],
      },
    },
  ],
});
