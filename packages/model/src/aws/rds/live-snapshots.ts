/** Snapshots that somebody made: only those can be shared. */
import type { Json, LiveContext, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';
import { engineOf } from './live-names.ts';

export function snapshot(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBSnapshotIdentifier');
  if (name === undefined) return null;
  const isCopy = textOf(item, 'SourceDBSnapshotIdentifier') !== undefined;
  return {
    type: isCopy ? 'aws_db_snapshot_copy' : 'aws_db_snapshot',
    id: textOf(item, 'DBSnapshotArn') ?? arnOf(context, 'rds', `snapshot:${name}`),
    name,
    properties: {
      [isCopy ? 'target_db_snapshot_identifier' : 'db_snapshot_identifier']: name,
      // Also of a copy: what it was made from in the end.
      db_instance_identifier: textOf(item, 'DBInstanceIdentifier'),
      storage_encrypted: jsonAt(item, 'Encrypted') ?? false,
      kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context),
      shared_accounts: jsonAt(item, 'Encrypted') === true ? [] : restorers(context, 'DBSnapshot', name),
    },
  };
}

export function clusterSnapshot(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterSnapshotIdentifier');
  if (name === undefined || engineOf(item) !== 'rds') return null;
  const isCopy = textOf(item, 'SourceDBClusterSnapshotArn') !== undefined;
  return {
    type: isCopy ? 'aws_rds_cluster_snapshot_copy' : 'aws_db_cluster_snapshot',
    id: clusterSnapshotArn(item, context),
    name,
    properties: {
      db_cluster_snapshot_identifier: name,
      db_cluster_identifier: textOf(item, 'DBClusterIdentifier'),
      storage_encrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context),
      shared_accounts: clusterSnapshotRestorers(item, context),
    },
  };
}

export function clusterSnapshotArn(item: Json, context: LiveContext): string {
  const name = textOf(item, 'DBClusterSnapshotIdentifier') ?? '';
  return textOf(item, 'DBClusterSnapshotArn') ?? arnOf(context, 'rds', `cluster-snapshot:${name}`);
}

/** Who may restore it. Nobody is asked about encrypted ones: AWS lets nobody make those public. */
export function clusterSnapshotRestorers(item: Json, context: LiveContext): LiveValue {
  const name = textOf(item, 'DBClusterSnapshotIdentifier') ?? '';
  return jsonAt(item, 'StorageEncrypted') === true ? [] : restorers(context, 'DBClusterSnapshot', name);
}

function restorers(context: LiveContext, kind: 'DBSnapshot' | 'DBClusterSnapshot', name: string): LiveValue {
  const answer = context.answer(`rds:Describe${kind}Attributes`, { [`${kind}Identifier`]: name }, [
    `${kind}NotFoundFault`,
    `${kind}NotFound`,
  ]);
  return whenKnown(answer, (json) => {
    const attributes = itemsAt(json, `${kind}AttributesResult.${kind}Attributes`);
    return attributes.filter((each) => textOf(each, 'AttributeName') === 'restore').flatMap((each) => itemsAt(each, 'AttributeValues'));
  });
}
