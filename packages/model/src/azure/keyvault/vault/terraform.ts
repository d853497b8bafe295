import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { defaultAction, hasPrivateEndpoint, loggedCategories, writtenName } from '../../core/index.ts';
import type { KeyVault } from './shape.ts';

export const terraform = defineTerraform<KeyVault>({
  types: ['azurerm_key_vault'],
  identity: ['name'],
  read(vault, context): FieldsOf<KeyVault> {
    return {
      purgeProtection: vault.boolean('purge_protection_enabled', { default: false }),
      softDelete: vault.boolean('soft_delete_enabled', { default: true }),
      rbac: vault.boolean(writtenName(vault, 'rbac_authorization_enabled', 'enable_rbac_authorization'), { default: false }),
      networkDefaultAction: defaultAction(
        vault.block('network_acls').string('default_action', { default: 'Allow' }),
        vault.boolean('public_network_access_enabled', { default: true }),
      ),
      logs: loggedCategories(vault, context, ['azurerm_key_vault']),
      privateEndpoint: hasPrivateEndpoint(vault, context, ['azurerm_key_vault']),
    };
  },
});
