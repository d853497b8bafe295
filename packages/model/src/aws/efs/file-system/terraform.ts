import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, policyOf, unresolved } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { FileSystem } from './shape.ts';

export const terraform = defineTerraform<FileSystem>({
  types: ['aws_efs_file_system'],
  satellites: { aws_efs_file_system_policy: 'file_system_id', aws_efs_backup_policy: 'file_system_id' },
  identity: ['creation_token', 'id'],
  read: (fileSystem, context) => ({
    isEncrypted: fileSystem.boolean('encrypted', { default: false }),
    hasCustomerKey: customerKey(fileSystem, 'kms_key_id'),
    automaticBackup: automaticBackup(fileSystem, context),
    isInBackupPlan: isBackedUp(fileSystem, context, { service: 'elasticfilesystem', part: 'file-system' }),
    policy: policyOf(context.satellite('aws_efs_file_system_policy'), 'policy'),
  }),
});

function automaticBackup(fileSystem: BlockReader, context: ReaderContext): Leaf<boolean> {
  const status = context.satellite('aws_efs_backup_policy').block('backup_policy').string('status');
  if (status.state === 'explicit') return explicit(status.value === 'ENABLED', status.place);
  if (status.state === 'unresolved') return unresolved(status.reason ?? { code: 'computed', detail: 'it is not known' }, status.place);
  if (!fileSystem.resource) return fileSystem.boolean('encrypted', { default: false }); // a stub: nothing of it is known
  return byDefault(fileSystem.value('availability_zone_name') !== undefined, fileSystem.place);
}
