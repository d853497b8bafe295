import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Transfer Family API reference, read 2026-11-22. */
export const service = defineService({
  id: 'transfer',
  load: async () => await import('@aws-sdk/client-transfer'),
  client: 'TransferClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListServers',
      each: {
        items: 'Servers',
        calls: [
          {
            operation: 'DescribeServer',
            input: named('ServerId'),
            absent: ['ResourceNotFoundException'],
          },
        ],
      },
    },
  ],
});
