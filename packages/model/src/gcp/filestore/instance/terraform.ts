import { defineTerraform } from '../../../code/index.ts';
import type { FilestoreInstance } from './shape.ts';

export const terraform = defineTerraform<FilestoreInstance>({
  types: ['google_filestore_instance'],
  identity: ['name'],
  read: (block) => ({
    hasCustomerKey: block.isSet('kms_key_name'),
    hasExportOptions: block.block('file_shares').has('nfs_export_options'),
    deletionProtection: block.boolean('deletion_protection_enabled', { default: false }),
  }),
});
