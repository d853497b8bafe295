/** A graph of customers and their relations is worth more than any single table. */
import type { ExampleCall } from '@kumomori/model';
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const NAME = 'relations-2026';
const listed: ExampleCall = {
  call: 'rds:DescribeDBClusterSnapshots',
  region: 'ap-northeast-1',
  response: {
    DBClusterSnapshots: [
      {
        DBClusterSnapshotIdentifier: NAME,
        DBClusterSnapshotArn: `arn:aws:rds:ap-northeast-1:123456789012:cluster-snapshot:${NAME}`,
        Engine: 'neptune',
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
  title: { en: 'Neptune snapshots are not public', ja: 'Neptune のスナップショットが公開されていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.snapshot-sharing',
  why: {
    en: 'A public snapshot hands the whole graph to anybody who restores it in an account of their own.',
    ja: '公開スナップショットは、自分のアカウントで復元する誰にでもグラフ全体を渡してしまいます。',
  },
  fix: {
    summary: { en: 'Take `all` off the accounts that may restore it.', ja: '復元できるアカウントから all を外してください。' },
    cli: 'aws neptune modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier NAME --attribute-name restore --values-to-remove all',
    console: {
      en: 'Amazon Neptune → Snapshots → the snapshot → Actions → Share → Private → Save.',
      ja: 'Amazon Neptune → スナップショット → 対象 → アクション → 共有 → プライベート → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-share-snapshot.html'],
  equivalents: ['Neptune.3', 'prowler:neptune_cluster_public_snapshot'],
  evaluate(snapshot) {
    if (!any(snapshot.sharedAccounts, (account) => account === 'all')) return pass();
    return fail({
      en: `Neptune snapshot ${snapshot.name} can be restored by every AWS account`,
      ja: `Neptune のスナップショット ${snapshot.name} はすべての AWS アカウントが復元できます`,
    });
  },
  examples: [
    fails('everyone', { live: sharedWith('123456789012', 'all') }),
    passes('one account', { live: sharedWith('123456789012') }),
    isUnknown('nobody may ask', { live: [listed, { ...attributes, error: 'AccessDenied' }] }),
  ],
});
