/** Where data of AWS is copied to, by settings of its own. Sources: hashicorp/aws and CloudFormation documentation of each type, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { DataCopy } from '../movement.ts';
import { blocksAt, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';

interface CopyRow {
  readonly types: string;
  readonly how: DataCopy['how'];
  /** Beginning of the kind of what is copied. */
  readonly of: string;
  /** Paths of its name; none: the block itself. */
  readonly from?: string;
  readonly fromRegion?: string;
  /** Blocks one of which makes one copy, and the paths within; none: the block itself makes one. */
  readonly each?: readonly string[];
  readonly to?: string;
  readonly account?: string;
  readonly region?: string;
  /** The copy lies where the block is made. */
  readonly isHere?: true;
}

const BUCKET = { to: 'destination.bucket Destination.Bucket' };
const ROWS: readonly CopyRow[] = [
  {
    ...{ types: 'aws_s3_bucket AWS::S3::Bucket', how: 'replication', of: 'aws.s3.', ...BUCKET },
    each: ['replication_configuration.rules', 'replication_configuration.rule', 'ReplicationConfiguration.Rules'],
    account: 'destination.account_id Destination.Account',
  },
  {
    ...{ types: 'aws_s3_bucket_replication_configuration', how: 'replication', of: 'aws.s3.', from: 'bucket', ...BUCKET },
    ...{ each: ['rule'], account: 'destination.account' },
  },
  {
    ...{ types: 'aws_dynamodb_table AWS::DynamoDB::GlobalTable', how: 'replication', of: 'aws.dynamodb.' },
    ...{ each: ['replica', 'Replicas'], region: 'region_name Region' },
  },
  {
    ...{ types: 'aws_dynamodb_table_replica', how: 'replication', of: 'aws.dynamodb.', from: 'global_table_arn', isHere: true },
  },
  {
    ...{ types: 'aws_secretsmanager_secret AWS::SecretsManager::Secret', how: 'replication', of: 'aws.secretsmanager.' },
    ...{ each: ['replica', 'ReplicaRegions'], region: 'region Region' },
  },
  {
    ...{ types: 'aws_efs_replication_configuration', how: 'replication', of: 'aws.efs.', from: 'source_file_system_id' },
    ...{ each: ['destination'], to: 'file_system_id', region: 'region' },
  },
  {
    ...{ types: 'AWS::EFS::FileSystem', how: 'replication', of: 'aws.efs.', each: ['ReplicationConfiguration.Destinations'] },
    ...{ to: 'FileSystemId', region: 'Region' },
  },
  {
    ...{ types: 'aws_db_instance AWS::RDS::DBInstance', how: 'replication', of: 'aws.rds.' },
    ...{ from: 'replicate_source_db SourceDBInstanceIdentifier', fromRegion: 'SourceRegion', isHere: true },
  },
  {
    ...{ types: 'aws_rds_cluster AWS::RDS::DBCluster', how: 'replication', of: 'aws.rds.' },
    ...{ from: 'replication_source_identifier ReplicationSourceIdentifier', fromRegion: 'source_region SourceRegion', isHere: true },
  },
  {
    ...{ types: 'aws_db_instance_automated_backups_replication', how: 'backup-copy', of: 'aws.rds.' },
    ...{ from: 'source_db_instance_arn', isHere: true },
  },
  {
    ...{ types: 'aws_redshift_cluster', how: 'snapshot-copy', of: 'aws.redshift.', each: ['snapshot_copy'], region: 'destination_region' },
  },
  {
    ...{ types: 'AWS::Redshift::Cluster', how: 'snapshot-copy', of: 'aws.redshift.', region: 'DestinationRegion' },
  },
  {
    ...{ types: 'aws_redshift_snapshot_copy', how: 'snapshot-copy', of: 'aws.redshift.' },
    ...{ from: 'cluster_identifier', region: 'destination_region' },
  },
  {
    ...{ types: 'aws_db_snapshot_copy', how: 'snapshot-copy', of: 'aws.rds.', from: 'source_db_snapshot_identifier' },
    ...{ region: 'destination_region' },
  },
  {
    ...{ types: 'aws_ebs_snapshot_copy', how: 'snapshot-copy', of: 'aws.ebs.' },
    ...{ from: 'source_snapshot_id', fromRegion: 'source_region', isHere: true },
  },
  {
    ...{ types: 'aws_ami_copy', how: 'snapshot-copy', of: 'aws.ec2.image' },
    ...{ from: 'source_ami_id', fromRegion: 'source_ami_region', isHere: true },
  },
];

export const awsCopyReaders: readonly EntityReader<DataCopy>[] = [...ROWS.map((each) => copyReader(each)), backupReader()];

function copyReader(row: CopyRow): EntityReader<DataCopy> {
  return {
    types: row.types.split(' '),
    read: (block, { base }) => {
      const from: Known<string | undefined> = row.from === undefined ? base.id : textAt(block, row.from);
      if (from === undefined) return [];
      const blocks = row.each === undefined ? [block] : row.each.flatMap((path) => blocksAt(block, path).readers);
      return blocks.flatMap((each): readonly DataCopy[] => {
        const at = (paths: string | undefined): Known<string | undefined> => (paths === undefined ? undefined : textAt(each, paths));
        const toRegion = row.isHere ? (base.region ?? undefined) : at(row.region);
        const to = row.isHere ? base.id : at(row.to);
        if (isOff(each) || (to === undefined && toRegion === undefined)) return [];
        const place = (each === block ? null : each.place.range) ?? base.place;
        const fromRegion = row.fromRegion === undefined ? undefined : textAt(block, row.fromRegion);
        return [
          {
            ...{ ...base, kind: 'data-copy', place, how: row.how, fromKind: row.of, from, fromRegion },
            ...{ to, toAccount: at(row.account), toRegion },
          },
        ];
      });
    },
  };
}

/** A rule that is written and switched off. */
function isOff(block: BlockReader): boolean {
  const status = textAt(block, 'status Status');
  return typeof status === 'string' && /^disabled$/i.test(status);
}

/** Rules of a plan copy what lies in one vault to others. */
function backupReader(): EntityReader<DataCopy> {
  return {
    types: ['aws_backup_plan', 'AWS::Backup::BackupPlan'],
    read: (block, { base }) =>
      ['rule', 'BackupPlan.BackupPlanRule']
        .flatMap((path) => blocksAt(block, path).readers)
        .flatMap((rule) => {
          const from = textAt(rule, 'target_vault_name TargetBackupVault');
          const { items } = textsAt(rule, 'copy_action.destination_vault_arn CopyActions.DestinationBackupVaultArn');
          return items.map((to): DataCopy => ({
            ...{ ...base, kind: 'data-copy', place: rule.place.range ?? base.place, how: 'backup-copy', fromKind: 'aws.backup.', from },
            fromRegion: undefined,
            ...{ to, toAccount: undefined, toRegion: undefined },
          }));
        }),
  };
}
