import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { KeyVaultSecret } from './shape.ts';

export const arm = defineArm<KeyVaultSecret>({
  types: ['Microsoft.KeyVault/vaults/secrets'],
  identity: ['name'],
  read(secret): FieldsOf<KeyVaultSecret> {
    const properties = secret.block('properties');
    return {
      hasExpiration: properties.block('attributes').isSet('exp'),
      hasContentType: properties.isSet('contentType'),
    };
  },
});
