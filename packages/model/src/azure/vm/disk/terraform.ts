import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import { not } from '../../core/index.ts';
import type { Disk } from './shape.ts';

const machines = ['azurerm_virtual_machine', 'azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'];

/** Source: hashicorp/azurerm documentation of azurerm_managed_disk, read 2026-11-22; `encryption_settings.enabled` is of version 3. */
export const terraform = defineTerraform<Disk>({
  types: ['azurerm_managed_disk'],
  satellites: { azurerm_virtual_machine_data_disk_attachment: 'managed_disk_id' },
  identity: ['name'],
  read: (disk, context) => ({
    hasCustomerKey: disk.isSet('disk_encryption_set_id'),
    isEncryptionOff: not(disk.block('encryption_settings').boolean('enabled', { default: true })),
    isAttached: attachment(disk, context),
    isPublic: publicAccess(disk),
  }),
});

/** By a resource of its own or, at older machines, in a block. */
function attachment(disk: BlockReader, context: ReaderContext): Leaf<boolean> {
  const own = context.satellite('azurerm_virtual_machine_data_disk_attachment');
  if (own.exists || !disk.resource) return own.isSet('managed_disk_id');
  const inline = machines
    .flatMap((type) => context.all(type))
    .flatMap((machine) => [...machine.blocks('storage_data_disk').readers, ...machine.blocks('storage_os_disk').readers])
    .find((each) =>
      context.targets(each.value('managed_disk_id'), ['azurerm_managed_disk']).some(({ resource }) => resource === disk.resource),
    );
  return inline ? explicit(true, inline.placeOf('managed_disk_id')) : byDefault(false, disk.place);
}

/** `network_access_policy` closes it too, `public_network_access_enabled` alone is not asked for then. */
function publicAccess(disk: BlockReader): Leaf<boolean> {
  const policy = disk.string('network_access_policy', { default: 'AllowAll' });
  if (policy.state === 'explicit' && policy.value !== 'AllowAll') return explicit(false, policy.place);
  return disk.boolean('public_network_access_enabled', { default: true });
}
