import { defineService } from '../service.ts';

/** Source: Amazon WorkSpaces API reference, read 2026-11-22. */
export const service = defineService({
  id: 'workspaces',
  load: async () => await import('@aws-sdk/client-workspaces'),
  client: 'WorkSpacesClient',
  scope: 'regional',
  calls: [{ operation: 'DescribeWorkspaces' }],
});
