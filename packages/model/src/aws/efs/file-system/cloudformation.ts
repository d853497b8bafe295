import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, mapLeaf, policyOf } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { FileSystem } from './shape.ts';

/** Source: CloudFormation template reference, AWS::EFS::FileSystem, read 2026-11-22. */
export const cloudformation = defineCloudFormation<FileSystem>({
  types: ['AWS::EFS::FileSystem'],
  read: (fileSystem, context) => ({
    isEncrypted: fileSystem.boolean('Encrypted', { default: false }),
    hasCustomerKey: customerKey(fileSystem, 'KmsKeyId'),
    automaticBackup: automaticBackup(fileSystem),
    isInBackupPlan: isBackedUp(fileSystem, context, { service: 'elasticfilesystem', part: 'file-system' }),
    policy: policyOf(fileSystem, 'FileSystemPolicy'),
  }),
});

function automaticBackup(fileSystem: BlockReader): Leaf<boolean> {
  const status: Leaf<string | undefined> = fileSystem.block('BackupPolicy').string('Status');
  if (status.state === 'absent') return byDefault(fileSystem.value('AvailabilityZoneName') !== undefined, fileSystem.place);
  return mapLeaf(status, (value) => value === 'ENABLED');
}
