import { defineCloudFormation } from '../../../code/index.ts';
import type { GlueCatalogEncryption } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueCatalogEncryption>({
  types: ['AWS::Glue::DataCatalogEncryptionSettings'],
  identity: ['CatalogId'],
  read: (settings) => ({
    metadataMode: settings
      .block('DataCatalogEncryptionSettings')
      .block('EncryptionAtRest')
      .string('CatalogEncryptionMode', { default: 'DISABLED' }),
    encryptsPasswords: settings
      .block('DataCatalogEncryptionSettings')
      .block('ConnectionPasswordEncryption')
      .boolean('ReturnConnectionPasswordEncrypted', { default: false }),
  }),
});
