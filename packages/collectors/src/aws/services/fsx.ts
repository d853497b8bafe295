import { defineService } from '../service.ts';

/** Source: Amazon FSx API reference, read 2026-11-22. */
export const service = defineService({
  id: 'fsx',
  load: async () => await import('@aws-sdk/client-fsx'),
  client: 'FSxClient',
  scope: 'regional',
  calls: [{ operation: 'DescribeFileSystems' }],
});
