import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import type { Naming } from '../../core/index.ts';
import { isEnabled, linksOf, not, unseenAmong } from '../../core/index.ts';
import type { Disk } from './shape.ts';

export const arm = defineArm<Disk>({
  types: ['Microsoft.Compute/disks'],
  identity: ['name'],
  read(disk, context) {
    const properties = disk.block('properties');
    return {
      hasCustomerKey: properties.block('encryption').isSet('diskEncryptionSetId'),
      isVaultEncrypted: properties.block('encryptionSettingsCollection').boolean('enabled', { default: false }),
      isEncryptionOff: not(properties.block('encryptionSettingsCollection').boolean('enabled', { default: true })),
      isAttached: attachment(disk, context),
      isPublic: publicAccess(properties),
    };
  },
});

function attachment(disk: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!disk.resource) return disk.boolean('attached', { default: false });
  const namings = (machine: BlockReader): readonly Naming<BlockReader>[] => {
    const storage = machine.block('properties').block('storageProfile');
    return [storage.block('osDisk'), ...storage.blocks('dataDisks').readers]
      .map((each) => each.block('managedDisk'))
      .map((each) => ({ value: each.value('id'), from: each }));
  };
  const machines = context.all('Microsoft.Compute/virtualMachines');
  const own = linksOf(machines, ['Microsoft.Compute/disks'], { context, namings }).to.get(disk.resource)?.[0];
  return own ? explicit(true, own.placeOf('id')) : (unseenAmong(machines) ?? byDefault(false, disk.place));
}

function publicAccess(properties: BlockReader): Leaf<boolean> {
  const policy = properties.string('networkAccessPolicy', { default: 'AllowAll' });
  if (policy.state === 'explicit' && policy.value !== 'AllowAll') return explicit(false, policy.place);
  return isEnabled(properties, 'publicNetworkAccess', true);
}
