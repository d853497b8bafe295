/** Fixes come with minor versions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Replication instances take minor versions by themselves',
    ja: 'レプリケーションインスタンスのマイナーバージョンが自動更新される',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.replication-instance',
  why: {
    en: 'An instance that refuses minor versions keeps the holes that they close.',
    ja: 'マイナーバージョンを拒否するインスタンスには、修正された脆弱性が残ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'auto_minor_version_upgrade', value: true }],
      cloudformation: [{ set: 'AutoMinorVersionUpgrade', value: true }],
    },
    summary: { en: 'Set auto_minor_version_upgrade to true.', ja: 'auto_minor_version_upgrade を true にしてください。' },
    terraform: `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
}`,
    cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      AutoMinorVersionUpgrade: true`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.EngineVersions.html'],
  equivalents: ['CKV_AWS_222', 'DMS.6', 'prowler:dms_instance_minor_version_upgrade_enabled', 'cloudsploit:autoMinorVersionUpgrade'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Replication instance ${instance.name} refuses minor versions`,
      ja: `レプリケーションインスタンス ${instance.name} はマイナーバージョンの自動更新が無効です`,
    });
  },
  examples: [
    fails(
      'off by default',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
}`,
    ),
    fails('off by default, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      AutoMinorVersionUpgrade: false`,
    }),
    passes(
      'on',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
}`,
    ),
    passes('on, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      AutoMinorVersionUpgrade: true`,
    }),
  ],
});
