import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineArm, explicit } from '../../../code/index.ts';
import { hasIdentity, isEnabled, isWord, not, spelled, unseenAmong } from '../../core/index.ts';
import type { RecoveryVault } from './shape.ts';

export const arm = defineArm<RecoveryVault>({
  types: ['Microsoft.RecoveryServices/vaults'],
  identity: ['name'],
  read(vault, context): FieldsOf<RecoveryVault> {
    const properties = vault.block('properties');
    return {
      immutability: spelled(
        properties.block('securitySettings').block('immutabilitySettings').string('state', { default: 'Disabled' }),
        'Disabled',
        'Locked',
        'Unlocked',
      ),
      softDelete: not(
        isWord(
          properties.block('securitySettings').block('softDeleteSettings').string('softDeleteState', { default: 'Enabled' }),
          'Disabled',
        ),
      ),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      identity: hasIdentity(vault),
      customerKey: properties.block('encryption').block('keyVaultProperties').isSet('keyUri'),
      hasItems: hasItems(vault, context),
    };
  },
});

const itemType = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';

/** Items are children of containers, not of the vault: their name begins with the vault's. */
function hasItems(vault: BlockReader, context: ReaderContext): Leaf<boolean> {
  const name = vault.text('name');
  const items = context.all(itemType);
  const item = items.find((each) => each.text('name').value?.startsWith(`${name.value}/`));
  return item ? explicit(true, item.place) : (unseenAmong(items) ?? vault.boolean('protected items', { default: false }));
}
