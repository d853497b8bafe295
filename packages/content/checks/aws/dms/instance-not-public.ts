/** A replication instance holds the passwords of both databases. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Replication instances are not public', ja: 'レプリケーションインスタンスが公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.dms.replication-instance',
  why: {
    en: 'A public replication instance stands between the internet and two databases whose credentials it keeps.',
    ja: '公開されたレプリケーションインスタンスは、認証情報を持つ 2 つのデータベースとインターネットの間に立ちます。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['replaces', 'closes-access'],
    summary: { en: 'Set publicly_accessible to false.', ja: 'publicly_accessible を false にしてください。' },
    terraform: `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
}`,
    cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      PubliclyAccessible: false`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html'],
  equivalents: ['CKV_AWS_89', 'DMS.1', 'prowler:dms_instance_no_public_access', 'cloudsploit:dmsPubliclyAccessibleInstances'],
  evaluate(instance) {
    if (!instance.isPublic) return pass();
    return fail({
      en: `Replication instance ${instance.name} has a public address`,
      ja: `レプリケーションインスタンス ${instance.name} は公開アドレスを持ちます`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true
}`,
    ),
    fails('public, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      PubliclyAccessible: true`,
    }),
    fails('the default of CloudFormation', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium`,
    }),
    passes(
      'private',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
}`,
    ),
    passes('private, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      PubliclyAccessible: false`,
    }),
    passes(
      'the default of Terraform',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
}`,
    ),
  ],
});
