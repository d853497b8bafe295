import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ManagedFileSystem } from './shape.ts';

export const cloudformation = defineCloudFormation<ManagedFileSystem>({
  types: ['AWS::FSx::FileSystem'],
  read: (fileSystem) => ({
    hasCustomerKey: customerKey(fileSystem, 'KmsKeyId'),
    backupRetentionDays: retention(fileSystem),
    copiesTagsToBackups: settings(fileSystem).boolean('CopyTagsToBackups', { default: false }),
    deployment: deployment(fileSystem),
  }),
});

/** Each kind has its settings in a property of its own. */
function settings(fileSystem: BlockReader): BlockReader {
  const names = ['LustreConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration', 'WindowsConfiguration'];
  return fileSystem.block(names.find((name) => fileSystem.block(name).exists) ?? 'LustreConfiguration');
}

/** Lustre keeps none by default, the others 30 days. */
function retention(fileSystem: BlockReader): Leaf<number> {
  const isLustre = fileSystem.string('FileSystemType').value === 'LUSTRE';
  return settings(fileSystem).number('AutomaticBackupRetentionDays', { default: isLustre ? 0 : 30 });
}

function deployment(fileSystem: BlockReader): Leaf<string> {
  const isWindows = fileSystem.string('FileSystemType').value === 'WINDOWS';
  return settings(fileSystem).string('DeploymentType', { default: isWindows ? 'SINGLE_AZ_1' : 'SCRATCH_1' });
}
