import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { not } from '../../core/index.ts';
import type { Workspace } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_log_analytics_workspace, versions 3 and 4, read 2026-11-22. */
export const terraform = defineTerraform<Workspace>({
  types: ['azurerm_log_analytics_workspace'],
  identity: ['name'],
  read: (workspace) => ({
    retentionDays: workspace.number('retention_in_days', { default: 30 }),
    dailyCapGb: workspace.number('daily_quota_gb', { default: -1 }),
    takesFromInternet: workspace.boolean('internet_ingestion_enabled', { default: true }),
    answersInternet: workspace.boolean('internet_query_enabled', { default: true }),
    hasLocalAuthentication: localAuthentication(workspace),
  }),
});

/** Version 4 turned the argument round. */
function localAuthentication(workspace: BlockReader): Leaf<boolean> {
  if (workspace.value('local_authentication_enabled') !== undefined)
    return workspace.boolean('local_authentication_enabled', { default: true });
  return not(workspace.boolean('local_authentication_disabled', { default: false }));
}
