import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { Snapshot } from './shape.ts';

export const terraform = defineTerraform<Snapshot>({
  types: ['aws_ebs_snapshot', 'aws_ebs_snapshot_copy'],
  identity: ['description', 'id'],
  read: (snapshot, context) => ({
    isEncrypted: encryption(snapshot, context),
    isCopy: explicit(snapshot.resource?.type === 'aws_ebs_snapshot_copy', snapshot.place),
    hasCustomerKey: customerKey(snapshot, 'kms_key_id'),
  }),
});

function encryption(snapshot: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (snapshot.resource?.type === 'aws_ebs_snapshot_copy') {
    // A copy of an encrypted snapshot is encrypted, whatever the argument says.
    if (snapshot.value('kms_key_id') !== undefined) return explicit(true, snapshot.placeOf('kms_key_id'));
    const [copied] = context.targets(snapshot.value('source_snapshot_id'), ['aws_ebs_snapshot']);
    const source = copied && encryption(copied, context);
    return source?.value === true ? source : snapshot.boolean('encrypted', { default: false });
  }
  const [volume] = context.targets(snapshot.value('volume_id'), ['aws_ebs_volume']);
  if (volume) return volume.boolean('encrypted', { default: false });
  return unresolved({ code: 'unresolved-reference', detail: 'it is that of the volume, which is not in this code' }, snapshot.place);
}
