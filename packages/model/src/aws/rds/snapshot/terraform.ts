import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, present, unresolved } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DatabaseSnapshot } from './shape.ts';

export const terraform = defineTerraform<DatabaseSnapshot>({
  types: ['aws_db_snapshot', 'aws_db_cluster_snapshot', 'aws_db_snapshot_copy', 'aws_rds_cluster_snapshot_copy'],
  identity: ['db_snapshot_identifier', 'db_cluster_snapshot_identifier', 'target_db_snapshot_identifier'],
  read: (snapshot, context) => ({
    sharedAccounts: snapshot.strings('shared_accounts'),
    isEncrypted: encryption(snapshot, context),
    isCopy: explicit(snapshot.resource?.type.endsWith('_copy') === true, snapshot.place),
    hasCustomerKey: customerKey(snapshot, 'kms_key_id'),
  }),
});

/** Attributes by which a snapshot names what it was taken of. */
const SOURCES = ['db_instance_identifier', 'db_cluster_identifier'] as const;

function encryption(snapshot: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (snapshot.value('kms_key_id') !== undefined) return explicit(true, snapshot.placeOf('kms_key_id'));
  const written = present(snapshot.boolean('storage_encrypted'));
  if (written) return written;
  for (const attribute of SOURCES) {
    const [source] = context.targets(snapshot.value(attribute), ['aws_db_instance', 'aws_rds_cluster']);
    const own = source && present(source.boolean('storage_encrypted', { default: false }));
    // A database made from another has the encryption of that one, unless it says its own.
    if (own && (own.state === 'explicit' || !isCopy(source))) return own;
  }
  return unresolved({ code: 'unresolved-reference', detail: 'it is that of the source, which is not known' }, snapshot.place);
}

function isCopy(database: BlockReader): boolean {
  const names = ['replicate_source_db', 'replication_source_identifier', 'snapshot_identifier', 'restore_to_point_in_time'];
  return names.some((name) => database.value(name) !== undefined || database.block(name).exists);
}
