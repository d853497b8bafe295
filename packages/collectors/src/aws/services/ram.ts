import { defineService } from '../service.ts';

/** Source: AWS RAM API reference, read 2026-11-22. */
export const service = defineService({
  id: 'ram',
  load: async () => await import('@aws-sdk/client-ram'),
  client: 'RAMClient',
  scope: 'regional',
  calls: [{ operation: 'GetResourceShares', input: { resourceOwner: 'SELF' } }],
});
