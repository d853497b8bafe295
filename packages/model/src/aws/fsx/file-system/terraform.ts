import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ManagedFileSystem } from './shape.ts';

export const terraform = defineTerraform<ManagedFileSystem>({
  types: ['aws_fsx_lustre_file_system', 'aws_fsx_ontap_file_system', 'aws_fsx_openzfs_file_system', 'aws_fsx_windows_file_system'],
  identity: ['id'],
  read: (fileSystem) => ({
    hasCustomerKey: customerKey(fileSystem, 'kms_key_id'),
    backupRetentionDays: fileSystem.number('automatic_backup_retention_days', {
      default: fileSystem.resource?.type === 'aws_fsx_windows_file_system' ? 7 : 0,
    }),
    copiesTagsToBackups: fileSystem.boolean('copy_tags_to_backups', { default: false }),
    deployment: deployment(fileSystem),
  }),
});

/** Windows has one; the others must say it. */
function deployment(fileSystem: BlockReader): Leaf<string> {
  const isWindows = fileSystem.resource?.type === 'aws_fsx_windows_file_system';
  return fileSystem.string('deployment_type', isWindows ? { default: 'SINGLE_AZ_1' } : { default: 'SCRATCH_1' });
}
