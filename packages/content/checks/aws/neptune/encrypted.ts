/** Encryption of a cluster is decided when it is made. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune storage is encrypted', ja: 'Neptune のストレージが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.cluster',
  why: {
    en: 'The graph, its backups and snapshots are readable below the database; a copy is needed to change that.',
    ja: 'グラフやバックアップは下位の層で読め、変更にはコピーが必要です。',
  },
  fix: {
    edits: { terraform: [{ set: 'storage_encrypted', value: true }], cloudformation: [{ set: 'StorageEncrypted', value: true }] },
    cautions: ['replaces'],
    summary: { en: 'Set storage_encrypted to true.', ja: 'storage_encrypted を true にしてください。' },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      StorageEncrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: [
    'CKV_AWS_44',
    'AVD-AWS-0076',
    'tfsec:aws-neptune-enable-storage-encryption',
    'Neptune.1',
    'prowler:neptune_cluster_storage_encrypted',
    'cloudsploit:neptuneDBInstanceEncrypted',
  ],
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({ en: `Cluster ${cluster.name} is not encrypted`, ja: `クラスター ${cluster.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations`,
      },
    ),
    passes(
      'on',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      StorageEncrypted: true`,
      },
    ),
  ],
});
