import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { defaultAction, hasPrivateEndpoint, isEnabled, loggedCategories } from '../../core/index.ts';
import type { KeyVault } from './shape.ts';

export const arm = defineArm<KeyVault>({
  types: ['Microsoft.KeyVault/vaults'],
  identity: ['name'],
  read(vault, context): FieldsOf<KeyVault> {
    const properties = vault.block('properties');
    return {
      purgeProtection: properties.boolean('enablePurgeProtection', { default: false }),
      softDelete: properties.boolean('enableSoftDelete', { default: true }),
      rbac: properties.boolean('enableRbacAuthorization', { default: (vault.string('apiVersion').value ?? '') >= '2026-02-01' }),
      networkDefaultAction: defaultAction(
        properties.block('networkAcls').string('defaultAction', { default: 'Allow' }),
        isEnabled(properties, 'publicNetworkAccess', true),
      ),
      logs: loggedCategories(vault, context, ['Microsoft.KeyVault/vaults']),
      privateEndpoint: hasPrivateEndpoint(vault, context, ['Microsoft.KeyVault/vaults']),
    };
  },
});
