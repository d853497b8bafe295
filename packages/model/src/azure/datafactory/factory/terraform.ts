import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, firstPresent } from '../../../code/index.ts';
import { hasIdentity, writtenName } from '../../core/index.ts';
import type { DataFactory } from './shape.ts';

export const terraform = defineTerraform<DataFactory>({
  types: ['azurerm_data_factory'],
  identity: ['name'],
  read(factory, context): FieldsOf<DataFactory> {
    return {
      publicNetworkAccess: factory.boolean('public_network_enabled', { default: true }),
      hasRepository: firstPresent(factory.block('github_configuration'), factory.block('vsts_configuration')).isSet('repository_name'),
      keyVault: linkedVault(factory, context),
      identity: hasIdentity(factory),
      customerKey: factory.isSet('customer_managed_key_id'),
    };
  },
});

/** Before azurerm 3 linked services named their factory by name. */
function linkedVault(factory: BlockReader, context: ReaderContext): Leaf<boolean> {
  const service = context
    .all('azurerm_data_factory_linked_service_key_vault')
    .find((each) =>
      context
        .targets(each.value(writtenName(each, 'data_factory_id', 'data_factory_name')), ['azurerm_data_factory'])
        .some((target) => target.resource === factory.resource),
    );
  return service ? service.isSet('key_vault_id') : factory.boolean('linked services', { default: false });
}
