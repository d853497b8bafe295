import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import { isEnabled, not } from '../../core/index.ts';
import type { Disk } from './shape.ts';

export const arm = defineArm<Disk>({
  types: ['Microsoft.Compute/disks'],
  identity: ['name'],
  read(disk, context) {
    const properties = disk.block('properties');
    return {
      hasCustomerKey: properties.block('encryption').isSet('diskEncryptionSetId'),
      isEncryptionOff: not(properties.block('encryptionSettingsCollection').boolean('enabled', { default: true })),
      isAttached: attachment(disk, context),
      isPublic: publicAccess(properties),
    };
  },
});

function attachment(disk: BlockReader, context: ReaderContext): Leaf<boolean> {
  const own = context
    .all('Microsoft.Compute/virtualMachines')
    .map((machine) => machine.block('properties').block('storageProfile'))
    .flatMap((storage) => [storage.block('osDisk'), ...storage.blocks('dataDisks').readers])
    .map((each) => each.block('managedDisk'))
    .find((each) => context.targets(each.value('id'), ['Microsoft.Compute/disks']).some(({ resource }) => resource === disk.resource));
  return own ? explicit(true, own.placeOf('id')) : byDefault(false, disk.place);
}

function publicAccess(properties: BlockReader): Leaf<boolean> {
  const policy = properties.string('networkAccessPolicy', { default: 'AllowAll' });
  if (policy.state === 'explicit' && policy.value !== 'AllowAll') return explicit(false, policy.place);
  return isEnabled(properties, 'publicNetworkAccess', true);
}
