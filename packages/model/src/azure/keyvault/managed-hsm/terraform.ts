import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { defaultAction } from '../../core/index.ts';
import type { KeyVaultManagedHsm } from './shape.ts';

export const terraform = defineTerraform<KeyVaultManagedHsm>({
  types: ['azurerm_key_vault_managed_hardware_security_module'],
  identity: ['name'],
  read(hsm): FieldsOf<KeyVaultManagedHsm> {
    return {
      purgeProtection: hsm.boolean('purge_protection_enabled', { default: false }),
      networkDefaultAction: defaultAction(
        hsm.block('network_acls').string('default_action', { default: 'Allow' }),
        hsm.boolean('public_network_access_enabled', { default: true }),
      ),
    };
  },
});
