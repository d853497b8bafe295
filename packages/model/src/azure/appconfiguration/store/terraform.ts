import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWord, not, writtenName } from '../../core/index.ts';
import type { AppConfigurationStore } from './shape.ts';

export const terraform = defineTerraform<AppConfigurationStore>({
  types: ['azurerm_app_configuration'],
  identity: ['name'],
  read(store, context): FieldsOf<AppConfigurationStore> {
    return {
      localAuth: store.boolean(writtenName(store, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      publicNetworkAccess: store.value('public_network_access')
        ? isWord(store.string('public_network_access'), 'Enabled')
        : not(hasPrivateEndpoint(store, context, ['azurerm_app_configuration'])),
      customerKey: store.block('encryption').isSet('key_vault_key_identifier'),
      purgeProtection: store.boolean('purge_protection_enabled', { default: false }),
      sku: store.string('sku', { default: 'free' }),
    };
  },
});
