import { defineTerraform } from '../../../code/index.ts';
import { atRest, encryption } from './document.ts';
import type { EmrSecurityConfiguration } from './shape.ts';

export const terraform = defineTerraform<EmrSecurityConfiguration>({
  types: ['aws_emr_security_configuration'],
  identity: ['name'],
  read: (configuration) => ({
    inTransit: encryption(configuration, 'configuration').boolean('EnableInTransitEncryption', { default: false }),
    atRest: encryption(configuration, 'configuration').boolean('EnableAtRestEncryption', { default: false }),
    s3Mode: atRest(configuration, 'configuration').block('S3EncryptionConfiguration').string('EncryptionMode'),
    localDiskKeyProvider: atRest(configuration, 'configuration')
      .block('LocalDiskEncryptionConfiguration')
      .string('EncryptionKeyProviderType'),
    encryptsEbs: atRest(configuration, 'configuration')
      .block('LocalDiskEncryptionConfiguration')
      .boolean('EnableEbsEncryption', { default: false }),
  }),
});
