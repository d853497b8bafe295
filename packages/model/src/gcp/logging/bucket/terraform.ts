import { defineTerraform } from '../../../code/index.ts';
import type { LogBucket } from './shape.ts';

export const terraform = defineTerraform<LogBucket>({
  types: [
    'google_logging_project_bucket_config',
    'google_logging_folder_bucket_config',
    'google_logging_organization_bucket_config',
    'google_logging_billing_account_bucket_config',
  ],
  identity: ['bucket_id'],
  read: (block) => ({
    retentionDays: block.number('retention_days', { default: 30 }),
    isLocked: block.boolean('locked', { default: false }),
    hasCustomerKey: block.block('cmek_settings').isSet('kms_key_name'),
  }),
});
