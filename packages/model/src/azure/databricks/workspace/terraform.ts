import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { DatabricksWorkspace } from './shape.ts';

export const terraform = defineTerraform<DatabricksWorkspace>({
  types: ['azurerm_databricks_workspace'],
  satellites: { azurerm_databricks_workspace_root_dbfs_customer_managed_key: 'workspace_id' },
  identity: ['name'],
  read(workspace, context): FieldsOf<DatabricksWorkspace> {
    return {
      publicNetworkAccess: workspace.boolean('public_network_access_enabled', { default: true }),
      ownNetwork: workspace.block('custom_parameters').isSet('virtual_network_id'),
      noPublicIp: workspace.block('custom_parameters').boolean('no_public_ip', { default: context.providerMajor('azurerm') >= 4 }),
      customerKey: context.satellite('azurerm_databricks_workspace_root_dbfs_customer_managed_key').isSet('key_vault_key_id'),
    };
  },
});
