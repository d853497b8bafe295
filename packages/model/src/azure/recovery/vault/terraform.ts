import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { RecoveryVault } from './shape.ts';

export const terraform = defineTerraform<RecoveryVault>({
  types: ['azurerm_recovery_services_vault'],
  satellites: {
    azurerm_backup_protected_vm: 'recovery_vault_name',
    azurerm_backup_protected_file_share: 'recovery_vault_name',
    azurerm_site_recovery_replicated_vm: 'recovery_vault_name',
  },
  identity: ['name'],
  read(vault, context): FieldsOf<RecoveryVault> {
    return {
      immutability: vault.string('immutability', { default: 'Disabled' }),
      softDelete: vault.boolean('soft_delete_enabled', { default: true }),
      publicNetworkAccess: vault.boolean('public_network_access_enabled', { default: true }),
      identity: hasIdentity(vault),
      customerKey: vault.block('encryption').isSet('key_id'),
      hasItems: hasItems(vault, context),
    };
  },
});

function hasItems(vault: BlockReader, context: ReaderContext): Leaf<boolean> {
  const kinds = ['azurerm_backup_protected_vm', 'azurerm_backup_protected_file_share', 'azurerm_site_recovery_replicated_vm'];
  const [item] = kinds.flatMap((kind) => context.satellites(kind));
  if (!item) return vault.boolean('protected items', { default: false });
  return item.uncertain
    ? unresolved({ code: 'computed', detail: 'it is not known whether anything is protected' }, item.place)
    : explicit(true, item.place);
}
