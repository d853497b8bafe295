import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { GlueSecurityConfiguration } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueSecurityConfiguration>({
  types: ['AWS::Glue::SecurityConfiguration'],
  identity: ['Name'],
  read: (configuration) => ({
    logsMode: configuration
      .block('EncryptionConfiguration')
      .block('CloudWatchEncryption')
      .string('CloudWatchEncryptionMode', { default: 'DISABLED' }),
    bookmarksMode: configuration
      .block('EncryptionConfiguration')
      .block('JobBookmarksEncryption')
      .string('JobBookmarksEncryptionMode', { default: 'DISABLED' }),
    outputMode: outputMode(configuration),
  }),
});

/** A list of which only the first element counts. */
function outputMode(configuration: BlockReader): Leaf<string> {
  return configuration.block('EncryptionConfiguration').block('S3Encryptions').string('S3EncryptionMode', { default: 'DISABLED' });
}
