import { defineService } from '../service.ts';

/** Source: AWS X-Ray API reference, read 2026-11-22. */
export const service = defineService({
  id: 'xray',
  load: async () => await import('@aws-sdk/client-xray'),
  client: 'XRayClient',
  scope: 'regional',
  calls: [{ operation: 'GetEncryptionConfig' }],
});
