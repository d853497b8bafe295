import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasIdentity, isEnabled, isWord } from '../../core/index.ts';
import type { DataFactory } from './shape.ts';

export const arm = defineArm<DataFactory>({
  types: ['Microsoft.DataFactory/factories'],
  satellites: { 'Microsoft.DataFactory/factories/linkedservices': 'parent' },
  identity: ['name'],
  read(factory, context): FieldsOf<DataFactory> {
    const properties = factory.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      hasRepository: properties.block('repoConfiguration').isSet('repositoryName'),
      keyVault: linkedVault(factory, context),
      identity: hasIdentity(factory),
      customerKey: properties.block('encryption').isSet('keyName'),
    };
  },
});

function linkedVault(factory: BlockReader, context: ReaderContext): Leaf<boolean> {
  const kinds = context
    .satellites('Microsoft.DataFactory/factories/linkedservices')
    .map((service) => isWord(service.block('properties').string('type'), 'AzureKeyVault'));
  const open = kinds.find((kind) => kind.state === 'unresolved');
  return kinds.find((kind) => kind.value === true) ?? open ?? factory.boolean('linked services', { default: false });
}
