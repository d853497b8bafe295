import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWrittenOut } from '../../core/index.ts';
import type { SynapseWorkspace } from './shape.ts';

export const terraform = defineTerraform<SynapseWorkspace>({
  types: ['azurerm_synapse_workspace'],
  satellites: {
    azurerm_synapse_workspace_extended_auditing_policy: 'synapse_workspace_id',
    azurerm_synapse_firewall_rule: 'synapse_workspace_id',
  },
  identity: ['name'],
  read(workspace, context): FieldsOf<SynapseWorkspace> {
    return {
      managedNetwork: workspace.boolean('managed_virtual_network_enabled', { default: false }),
      preventsExfiltration: workspace.boolean('data_exfiltration_protection_enabled', { default: false }),
      publicNetworkAccess: workspace.boolean('public_network_access_enabled', { default: true }),
      customerKey: workspace.has('customer_managed_key'),
      audited: context
        .satellite('azurerm_synapse_workspace_extended_auditing_policy')
        .boolean('log_monitoring_enabled', { default: context.satellite('azurerm_synapse_workspace_extended_auditing_policy').exists }),
      hasFirewallRules: hasRules(workspace, context),
      writtenPassword: isWrittenOut(workspace, 'sql_administrator_login_password'),
      privateEndpoint: hasPrivateEndpoint(workspace, context, ['azurerm_synapse_workspace']),
    };
  },
});

function hasRules(workspace: BlockReader, context: ReaderContext): Leaf<boolean> {
  const rule = context.satellite('azurerm_synapse_firewall_rule');
  return rule.exists ? rule.isSet('start_ip_address') : workspace.boolean('firewall rules', { default: false });
}
