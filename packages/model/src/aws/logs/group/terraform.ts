import { defineTerraform } from '../../../code/index.ts';
import type { LogGroup } from './shape.ts';

export const terraform = defineTerraform<LogGroup>({
  types: ['aws_cloudwatch_log_group'],
  identity: ['name'],
  read: (group) => ({
    retentionDays: group.number('retention_in_days', { default: 0 }),
    hasKmsKey: group.isSet('kms_key_id'),
  }),
});
