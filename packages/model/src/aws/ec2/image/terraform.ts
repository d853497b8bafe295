import type { BlockReader, ListNode, ObjectNode } from '../../../code/index.ts';
import { defineTerraform, explicit, list, object, unresolved } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ImageVolume, MachineImage } from './shape.ts';

export const terraform = defineTerraform<MachineImage>({
  types: ['aws_ami', 'aws_ami_copy'],
  identity: ['name'],
  read: (image) => ({
    volumes: volumes(image),
    isCopy: explicit(image.resource?.type === 'aws_ami_copy', image.place),
    hasCustomerKey: customerKey(image, 'kms_key_id'),
  }),
});

function volumes(image: BlockReader): ListNode<ImageVolume> {
  if (image.resource?.type === 'aws_ami') return image.list<ImageVolume>('ebs_block_device', volume);
  const node = object<ImageVolume>(
    { device: explicit('copy', image.place), isEncrypted: image.boolean('encrypted', { default: false }) },
    image.place,
  );
  return list<ImageVolume>([node], image.place);
}

/** A volume made from a snapshot is encrypted when the snapshot is. */
function volume(device: BlockReader): ObjectNode<ImageVolume> {
  const written = device.boolean('encrypted', { default: false });
  const isOpen = written.state === 'default' && device.value('snapshot_id') !== undefined;
  const isEncrypted = isOpen
    ? unresolved<boolean>({ code: 'unresolved-reference', detail: 'it depends on the snapshot' }, device.placeOf('snapshot_id'))
    : written;
  return object<ImageVolume>({ device: device.string('device_name', { default: 'volume' }), isEncrypted }, device.place);
}
