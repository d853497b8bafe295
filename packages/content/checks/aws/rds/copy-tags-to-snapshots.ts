/** Access and retention rules by tag do not see a snapshot without tags. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Snapshots inherit tags', ja: 'スナップショットがタグを引き継ぐ' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Snapshots without the tags of their database escape access rules, retention and cost reports that go by tags.',
    ja: 'タグのないスナップショットは、タグによるアクセス制御・保持・費用管理の対象から外れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'copy_tags_to_snapshot', value: true }], cloudformation: [{ set: 'CopyTagsToSnapshot', value: true }] },
    summary: { en: 'Set copy_tags_to_snapshot to true.', ja: 'copy_tags_to_snapshot を true にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier            = "orders-db"
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  copy_tags_to_snapshot = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      CopyTagsToSnapshot: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html'],
  equivalents: ['CKV2_AWS_60', 'RDS.17', 'prowler:rds_instance_copy_tags_to_snapshots'],
  evaluate(instance) {
    if (aside(() => instance.engine?.startsWith('aurora') === true)) {
      return notApplicable({
        en: `Snapshots of ${instance.name} are those of its cluster`,
        ja: `${instance.name} のスナップショットはクラスターのものです`,
      });
    }
    if (instance.copiesTags) return pass();
    return fail({
      en: `Snapshots of database ${instance.name} do not inherit its tags`,
      ja: `データベース ${instance.name} のスナップショットはタグを引き継ぎません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    passes(
      'on',
      `resource "aws_db_instance" "orders" {
  identifier            = "orders-db"
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  copy_tags_to_snapshot = true
}`,
    ),
    isNotApplicable(
      'a member of a cluster',
      `resource "aws_rds_cluster_instance" "reader" {
  cluster_identifier = "orders"
  instance_class     = "db.r6g.large"
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      CopyTagsToSnapshot: true`,
    }),
    isNotApplicable('a member of a cluster in a template', {
      cloudformation: `Resources:
  Member:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: orders`,
    }),
    isNotApplicable(
      'Aurora',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "aurora-postgresql"
  instance_class = "db.r6g.large"
}`,
    ),
  ],
});
