import { defineTerraform } from '../../../code/index.ts';
import type { LogProfile } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_monitor_log_profile, read 2026-11-22. */
export const terraform = defineTerraform<LogProfile>({
  types: ['azurerm_monitor_log_profile'],
  identity: ['name'],
  read: (profile) => ({
    categories: profile.strings('categories'),
    regions: profile.strings('locations'),
    hasRetention: profile.block('retention_policy').boolean('enabled', { default: false }),
    retentionDays: profile.block('retention_policy').number('days', { default: 0 }),
  }),
});
