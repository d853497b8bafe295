import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { KeyVaultKey } from './shape.ts';

export const terraform = defineTerraform<KeyVaultKey>({
  types: ['azurerm_key_vault_key'],
  identity: ['name'],
  read(key): FieldsOf<KeyVaultKey> {
    return {
      hasExpiration: key.isSet('expiration_date'),
      keyType: key.string('key_type'),
      rotates: key.block('rotation_policy').has('automatic'),
    };
  },
});
