import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { KeyVaultSecret } from './shape.ts';

export const terraform = defineTerraform<KeyVaultSecret>({
  types: ['azurerm_key_vault_secret'],
  identity: ['name'],
  read(secret): FieldsOf<KeyVaultSecret> {
    return {
      hasExpiration: secret.isSet('expiration_date'),
      hasContentType: secret.isSet('content_type'),
    };
  },
});
