import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineArm, firstPresent } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, isWord, isWrittenOut } from '../../core/index.ts';
import type { SynapseWorkspace } from './shape.ts';

export const arm = defineArm<SynapseWorkspace>({
  types: ['Microsoft.Synapse/workspaces'],
  satellites: {
    'Microsoft.Synapse/workspaces/extendedAuditingSettings': 'parent',
    'Microsoft.Synapse/workspaces/auditingSettings': 'parent',
    'Microsoft.Synapse/workspaces/firewallRules': 'parent',
  },
  identity: ['name'],
  read(workspace, context): FieldsOf<SynapseWorkspace> {
    const properties = workspace.block('properties');
    const audit = firstPresent(
      context.satellite('Microsoft.Synapse/workspaces/extendedAuditingSettings'),
      context.satellite('Microsoft.Synapse/workspaces/auditingSettings'),
    ).block('properties');
    return {
      managedNetwork: isWord(properties.string('managedVirtualNetwork'), 'default'),
      preventsExfiltration: properties.block('managedVirtualNetworkSettings').boolean('preventDataExfiltration', { default: false }),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      customerKey: properties.block('encryption').has('cmk'),
      audited: isWord(audit.string('state'), 'Enabled'),
      hasFirewallRules: hasRules(workspace, context),
      writtenPassword: isWrittenOut(properties, 'sqlAdministratorLoginPassword'),
      privateEndpoint: hasPrivateEndpoint(workspace, context, ['Microsoft.Synapse/workspaces']),
    };
  },
});

function hasRules(workspace: BlockReader, context: ReaderContext): Leaf<boolean> {
  const rule = context.satellite('Microsoft.Synapse/workspaces/firewallRules');
  return rule.exists ? rule.block('properties').isSet('startIpAddress') : workspace.boolean('firewall rules', { default: false });
}
