import { defineTerraform } from '../../../code/index.ts';
import type { GlueSecurityConfiguration } from './shape.ts';

export const terraform = defineTerraform<GlueSecurityConfiguration>({
  types: ['aws_glue_security_configuration'],
  identity: ['name'],
  read: (configuration) => ({
    logsMode: configuration
      .block('encryption_configuration')
      .block('cloudwatch_encryption')
      .string('cloudwatch_encryption_mode', { default: 'DISABLED' }),
    bookmarksMode: configuration
      .block('encryption_configuration')
      .block('job_bookmarks_encryption')
      .string('job_bookmarks_encryption_mode', { default: 'DISABLED' }),
    outputMode: configuration
      .block('encryption_configuration')
      .block('s3_encryption')
      .string('s3_encryption_mode', { default: 'DISABLED' }),
  }),
});
