import { defineLive } from '../../../code/index.ts';
import type { ProtectedResource } from './shape.ts';

export const live = defineLive<ProtectedResource>({
  types: ['aws.backup.protected-resource'],
  read: (resource) => ({
    backupDays: resource.number('BackupDays', { required: true }),
    resourceType: resource.string('ResourceType', { default: '' }),
  }),
});
