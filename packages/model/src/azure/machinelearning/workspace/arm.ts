import type { FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { BlockReader, defineArm } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, isWord } from '../../core/index.ts';
import type { MachineLearningWorkspace } from './shape.ts';

export const arm = defineArm<MachineLearningWorkspace>({
  types: ['Microsoft.MachineLearningServices/workspaces'],
  satellites: { 'Microsoft.MachineLearningServices/workspaces/outboundRules': 'parent' },
  identity: ['name'],
  read(workspace, context): FieldsOf<MachineLearningWorkspace> {
    const properties = workspace.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      highImpact: properties.boolean('hbiWorkspace', { default: false }),
      storage: context.ref(properties, 'storageAccount', 'azure.storage.account'),
      customerKey: isWord(properties.block('encryption').string('status'), 'Enabled'),
      usesPrivateEndpoints: privateEndpoints(workspace, context),
    };
  },
});

function privateEndpoints(workspace: BlockReader, context: ReaderContext): Leaf<boolean> {
  const network = workspace.block('properties').block('managedNetwork');
  const rules = network.value('outboundRules');
  const inline =
    rules?.kind === 'map' ? [...rules.entries.values()].flatMap((rule) => BlockReader.ofValue(rule, network.place).readers) : [];
  const separate = context.satellites('Microsoft.MachineLearningServices/workspaces/outboundRules').map((rule) => rule.block('properties'));
  const kinds = [...inline, ...separate].map((rule) => isWord(rule.string('type'), 'PrivateEndpoint'));
  return (
    kinds.find((kind) => kind.value === true) ?? hasPrivateEndpoint(workspace, context, ['Microsoft.MachineLearningServices/workspaces'])
  );
}
