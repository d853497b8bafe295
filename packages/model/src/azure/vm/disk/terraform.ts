import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { Naming } from '../../core/index.ts';
import { linksOf, not } from '../../core/index.ts';
import type { Disk } from './shape.ts';

const machines = ['azurerm_virtual_machine', 'azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'];

/** Source: hashicorp/azurerm documentation of azurerm_managed_disk, read 2026-11-22; `encryption_settings.enabled` is of version 3. */
export const terraform = defineTerraform<Disk>({
  types: ['azurerm_managed_disk'],
  satellites: { azurerm_virtual_machine_data_disk_attachment: 'managed_disk_id' },
  identity: ['name'],
  read: (disk, context) => ({
    hasCustomerKey: disk.isSet('disk_encryption_set_id'),
    isVaultEncrypted: disk.block('encryption_settings').boolean('enabled', { default: disk.block('encryption_settings').exists }),
    isEncryptionOff: not(disk.block('encryption_settings').boolean('enabled', { default: true })),
    isAttached: attachment(disk, context),
    isPublic: publicAccess(disk),
  }),
});

/** By a resource of its own or, at older machines, in a block. */
function attachment(disk: BlockReader, context: ReaderContext): Leaf<boolean> {
  const own = context.satellite('azurerm_virtual_machine_data_disk_attachment');
  const { resource } = disk;
  if (own.exists || !resource) return own.isSet('managed_disk_id');
  const inline = machines.flatMap(
    (type) => linksOf(context.all(type), ['azurerm_managed_disk'], { context, namings }).to.get(resource) ?? [],
  )[0];
  return inline ? explicit(true, inline.placeOf('managed_disk_id')) : byDefault(false, disk.place);
}

/** Disks that an older machine names in its blocks. */
function namings(machine: BlockReader): readonly Naming<BlockReader>[] {
  return ['storage_data_disk', 'storage_os_disk']
    .flatMap((type) => machine.blocks(type).readers)
    .map((each) => ({ value: each.value('managed_disk_id'), from: each }));
}

/** `network_access_policy` closes it too, `public_network_access_enabled` alone is not asked for then. */
function publicAccess(disk: BlockReader): Leaf<boolean> {
  const policy = disk.string('network_access_policy', { default: 'AllowAll' });
  if (policy.state === 'explicit' && policy.value !== 'AllowAll') return explicit(false, policy.place);
  return disk.boolean('public_network_access_enabled', { default: true });
}
