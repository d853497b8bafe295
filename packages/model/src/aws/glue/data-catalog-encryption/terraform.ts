import { defineTerraform } from '../../../code/index.ts';
import type { GlueCatalogEncryption } from './shape.ts';

export const terraform = defineTerraform<GlueCatalogEncryption>({
  types: ['aws_glue_data_catalog_encryption_settings'],
  identity: ['catalog_id'],
  read: (settings) => ({
    metadataMode: settings
      .block('data_catalog_encryption_settings')
      .block('encryption_at_rest')
      .string('catalog_encryption_mode', { default: 'DISABLED' }),
    encryptsPasswords: settings
      .block('data_catalog_encryption_settings')
      .block('connection_password_encryption')
      .boolean('return_connection_password_encrypted', { default: false }),
  }),
});
