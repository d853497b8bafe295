import { defineService } from '../service.ts';

/** Source: AWS Security Hub API reference, read 2026-11-22: accounts without it are refused with `InvalidAccessException`. */
const off = ['InvalidAccessException', 'ResourceNotFoundException'];

export const service = defineService({
  id: 'securityhub',
  load: async () => await import('@aws-sdk/client-securityhub'),
  client: 'SecurityHubClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeHub', absent: off },
    { operation: 'GetEnabledStandards', absent: off },
  ],
});
