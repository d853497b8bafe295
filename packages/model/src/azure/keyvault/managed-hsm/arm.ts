import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { defaultAction, isEnabled } from '../../core/index.ts';
import type { KeyVaultManagedHsm } from './shape.ts';

export const arm = defineArm<KeyVaultManagedHsm>({
  types: ['Microsoft.KeyVault/managedHSMs'],
  identity: ['name'],
  read(hsm): FieldsOf<KeyVaultManagedHsm> {
    const properties = hsm.block('properties');
    return {
      purgeProtection: properties.boolean('enablePurgeProtection', { default: false }),
      networkDefaultAction: defaultAction(
        properties.block('networkAcls').string('defaultAction', { default: 'Allow' }),
        isEnabled(properties, 'publicNetworkAccess', true),
      ),
    };
  },
});
