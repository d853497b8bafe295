import { defineService } from '../service.ts';

/** Source: Amazon Macie API reference, read 2026-11-22: where it is off it answers as if the caller were refused. */
const off = ['AccessDeniedException: Macie is not enabled', 'ResourceNotFoundException'];

export const service = defineService({
  id: 'macie2',
  load: async () => await import('@aws-sdk/client-macie2'),
  client: 'Macie2Client',
  scope: 'regional',
  calls: [
    { operation: 'GetMacieSession', absent: off },
    { operation: 'GetAutomatedDiscoveryConfiguration', absent: off },
  ],
});
