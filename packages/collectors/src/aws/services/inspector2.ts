import { defineService } from '../service.ts';

/** Source: Amazon Inspector API reference, read 2026-11-22. Without account ids it tells of the own account. */
export const service = defineService({
  id: 'inspector2',
  load: async () => await import('@aws-sdk/client-inspector2'),
  client: 'Inspector2Client',
  scope: 'regional',
  calls: [{ operation: 'BatchGetAccountStatus' }],
});
