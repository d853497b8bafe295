import { defineCloudFormation } from '../../../code/index.ts';
import { atRest, encryption } from './document.ts';
import type { EmrSecurityConfiguration } from './shape.ts';

export const cloudformation = defineCloudFormation<EmrSecurityConfiguration>({
  types: ['AWS::EMR::SecurityConfiguration'],
  identity: ['Name'],
  read: (configuration) => ({
    inTransit: encryption(configuration, 'SecurityConfiguration').boolean('EnableInTransitEncryption', { default: false }),
    atRest: encryption(configuration, 'SecurityConfiguration').boolean('EnableAtRestEncryption', { default: false }),
    s3Mode: atRest(configuration, 'SecurityConfiguration').block('S3EncryptionConfiguration').string('EncryptionMode'),
    localDiskKeyProvider: atRest(configuration, 'SecurityConfiguration')
      .block('LocalDiskEncryptionConfiguration')
      .string('EncryptionKeyProviderType'),
    encryptsEbs: atRest(configuration, 'SecurityConfiguration')
      .block('LocalDiskEncryptionConfiguration')
      .boolean('EnableEbsEncryption', { default: false }),
  }),
});
