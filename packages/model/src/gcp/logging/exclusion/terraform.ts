import { defineTerraform } from '../../../code/index.ts';
import type { LogExclusion } from './shape.ts';

export const terraform = defineTerraform<LogExclusion>({
  types: [
    'google_logging_project_exclusion',
    'google_logging_folder_exclusion',
    'google_logging_organization_exclusion',
    'google_logging_billing_account_exclusion',
  ],
  identity: ['name'],
  read: (block) => ({
    filter: block.text('filter', { required: true }),
    isDisabled: block.boolean('disabled', { default: false }),
  }),
});
