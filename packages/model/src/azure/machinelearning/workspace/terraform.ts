import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWord, writtenName } from '../../core/index.ts';
import type { MachineLearningWorkspace } from './shape.ts';

export const terraform = defineTerraform<MachineLearningWorkspace>({
  types: ['azurerm_machine_learning_workspace', 'azurerm_ai_foundry'],
  satellites: { azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: 'workspace_id' },
  identity: ['name'],
  read(workspace, context): FieldsOf<MachineLearningWorkspace> {
    return {
      publicNetworkAccess:
        workspace.resource?.type === 'azurerm_ai_foundry'
          ? isWord(workspace.string('public_network_access', { default: 'Enabled' }), 'Enabled')
          : workspace.boolean('public_network_access_enabled', { default: true }),
      highImpact: workspace.boolean(writtenName(workspace, 'high_business_impact', 'high_business_impact_enabled'), { default: false }),
      storage: context.ref(workspace, 'storage_account_id', 'azure.storage.account'),
      customerKey: workspace.has('encryption'),
      usesPrivateEndpoints: privateEndpoints(workspace, context),
    };
  },
});

function privateEndpoints(workspace: BlockReader, context: ReaderContext): Leaf<boolean> {
  const rule = context.satellite('azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint');
  if (rule.exists) return rule.isSet('service_resource_id');
  return hasPrivateEndpoint(workspace, context, ['azurerm_machine_learning_workspace', 'azurerm_ai_foundry']);
}
