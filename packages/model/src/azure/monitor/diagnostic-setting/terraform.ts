import { defineTerraform } from '../../../code/index.ts';
import { retentionsOf } from '../retentions.ts';
import { isSubscription, sentCategories } from '../setting-categories.ts';
import type { DiagnosticSetting } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_monitor_diagnostic_setting, versions 3 (`log`) and 4 (`enabled_log`), read 2026-11-22. */
export const terraform = defineTerraform<DiagnosticSetting>({
  types: ['azurerm_monitor_diagnostic_setting'],
  identity: ['name'],
  read: (setting, context) => ({
    isOfSubscription: isSubscription(setting.value('target_resource_id'), setting, 'target_resource_id'),
    categories: sentCategories(setting, [setting.blocks('enabled_log'), setting.blocks('log')], ['category', 'category_group']),
    hasStorageAccount: setting.isSet('storage_account_id'),
    storageAccount: context.ref(setting, 'storage_account_id', 'azure.storage.account'),
    retentions: retentionsOf(setting, ['enabled_log', 'log'], 'retention_policy'),
  }),
});
