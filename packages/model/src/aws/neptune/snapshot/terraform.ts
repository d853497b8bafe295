import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, present, unresolved } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { GraphSnapshot } from './shape.ts';

export const terraform = defineTerraform<GraphSnapshot>({
  types: ['aws_neptune_cluster_snapshot'],
  identity: ['db_cluster_snapshot_identifier'],
  read: (snapshot, context) => ({
    isEncrypted: encryption(snapshot, context),
    hasCustomerKey: keyOf(snapshot, context),
  }),
});

function ofCluster(snapshot: BlockReader, context: ReaderContext): BlockReader | undefined {
  const [cluster] = context.targets(snapshot.value('db_cluster_identifier'), ['aws_neptune_cluster']);
  return cluster;
}

/** People write the attribute although the provider only reports it. */
function encryption(snapshot: BlockReader, context: ReaderContext): Leaf<boolean> {
  const cluster = ofCluster(snapshot, context);
  const written =
    present(snapshot.boolean('storage_encrypted')) ??
    (cluster && inheritedEncryption(cluster, 'storage_encrypted', ['snapshot_identifier']));
  return (
    written ?? unresolved({ code: 'unresolved-reference', detail: 'it is that of the cluster, which is not in this code' }, snapshot.place)
  );
}

function keyOf(snapshot: BlockReader, context: ReaderContext): Leaf<boolean> {
  const cluster = ofCluster(snapshot, context);
  if (snapshot.value('kms_key_id') !== undefined) return customerKey(snapshot, 'kms_key_id');
  if (cluster) return customerKey(cluster, 'kms_key_arn');
  return unresolved({ code: 'unresolved-reference', detail: 'it is that of the cluster, which is not in this code' }, snapshot.place);
}
