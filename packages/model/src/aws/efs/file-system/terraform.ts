import { defineTerraform } from '../../../code/index.ts';
import type { FileSystem } from './shape.ts';

export const terraform = defineTerraform<FileSystem>({
  types: ['aws_efs_file_system'],
  identity: ['creation_token'],
  read: (fileSystem) => ({ isEncrypted: fileSystem.boolean('encrypted', { default: false }) }),
});
