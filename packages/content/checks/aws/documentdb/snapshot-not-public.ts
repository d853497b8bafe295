/** Documents leave an account in one restored copy, and no log of the cluster tells of it. */
import type { ExampleCall } from '@kumomori/model';
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const NAME = 'orders-2026';
const listed: ExampleCall = {
  call: 'rds:DescribeDBClusterSnapshots',
  region: 'ap-northeast-1',
  response: {
    DBClusterSnapshots: [
      {
        DBClusterSnapshotIdentifier: NAME,
        DBClusterSnapshotArn: `arn:aws:rds:ap-northeast-1:123456789012:cluster-snapshot:${NAME}`,
        Engine: 'docdb',
        StorageEncrypted: false,
      },
    ],
  },
};
const attributes = {
  call: 'rds:DescribeDBClusterSnapshotAttributes',
  region: 'ap-northeast-1',
  request: { DBClusterSnapshotIdentifier: NAME },
} as const;

const sharedWith = (...accounts: readonly string[]): readonly ExampleCall[] => [
  listed,
  {
    ...attributes,
    response: {
      DBClusterSnapshotAttributesResult: {
        DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: accounts }],
      },
    },
  },
];

export const check = defineCheck({
  title: { en: 'DocumentDB snapshots are not public', ja: 'DocumentDB のスナップショットが公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.documentdb.snapshot',
  why: {
    en: 'Whoever has an AWS account restores a public snapshot as a cluster of their own and reads every document.',
    ja: 'AWS アカウントさえあれば、公開スナップショットを自分のクラスターとして復元し、すべてのドキュメントを読めます。',
  },
  fix: {
    summary: { en: 'Take `all` off the accounts that may restore it.', ja: '復元できるアカウントから all を外してください。' },
    cli: 'aws docdb modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier NAME --attribute-name restore --values-to-remove all',
    console: {
      en: 'Amazon DocumentDB → Snapshots → the snapshot → Actions → Share → Private → Save.',
      ja: 'Amazon DocumentDB → スナップショット → 対象 → アクション → 共有 → プライベート → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-share_cluster_snapshots.html'],
  equivalents: ['DocumentDB.3', 'prowler:documentdb_cluster_public_snapshot'],
  aliases: ['aws-docdb-snapshot-not-public'],
  evaluate(snapshot) {
    if (!any(snapshot.sharedAccounts, (account) => account === 'all')) return pass();
    return fail({
      en: `DocumentDB snapshot ${snapshot.name} can be restored by every AWS account`,
      ja: `DocumentDB のスナップショット ${snapshot.name} はすべての AWS アカウントが復元できます`,
    });
  },
  examples: [
    fails('everyone', { live: sharedWith('123456789012', 'all') }),
    passes('one account', { live: sharedWith('123456789012') }),
    isUnknown('nobody may ask', { live: [listed, { ...attributes, error: 'AccessDenied' }] }),
  ],
});
