/** A migration of weeks should not end with one zone. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Replication instances run in several zones', ja: 'レプリケーションインスタンスが複数のゾーンで動作する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.replication-instance',
  why: {
    en: 'When its zone fails, a single-zone instance stops every running replication.',
    ja: '単一ゾーンのインスタンスは、そのゾーンの障害で実行中のレプリケーションがすべて止まります。',
  },
  fix: {
    edits: { terraform: [{ set: 'multi_az', value: true }], cloudformation: [{ set: 'MultiAZ', value: true }] },
    cautions: ['costs'],
    summary: { en: 'Set multi_az to true.', ja: 'multi_az を true にしてください。' },
    terraform: `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = true
}`,
    cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      MultiAZ: true`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  equivalents: ['DMS.13', 'prowler:dms_instance_multi_az_enabled', 'cloudsploit:dmsMultiAZFeatureEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isMultiAz) return pass();
    return fail({
      en: `Replication instance ${instance.name} runs in one zone only`,
      ja: `レプリケーションインスタンス ${instance.name} は単一のゾーンで動作しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
}`,
    ),
    fails('not written, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium`,
    }),
    passes(
      'on',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = true
}`,
    ),
    passes('on, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      MultiAZ: true`,
    }),
  ],
});
