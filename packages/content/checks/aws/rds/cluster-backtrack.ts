/** A wrong DELETE can be wound back within minutes instead of restored within hours. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Aurora MySQL clusters can be wound back', ja: 'Aurora MySQL クラスターのバックトラックが有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Without backtracking every mistake in the data needs a restore into a new cluster.',
    ja: 'バックトラックがないと、データの誤操作のたびに新しいクラスターへの復元が必要です。',
  },
  fix: {
    summary: { en: 'Set backtrack_window to a number of seconds.', ja: 'backtrack_window に秒数を設定してください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-mysql"
  backtrack_window   = 86400
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      BacktrackWindow: 86400`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html'],
  equivalents: ['CKV_AWS_326', 'RDS.14', 'prowler:rds_cluster_backtrack_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (aside(() => cluster.engine !== undefined && !/mysql|^aurora$/.test(cluster.engine)))
      return notApplicable({
        en: `${cluster.name} runs an engine that has no backtracking`,
        ja: `${cluster.name} のエンジンはバックトラックに対応していません`,
      });
    if (cluster.backtrackWindow > 0) return pass();
    return fail({ en: `Cluster ${cluster.name} cannot be wound back`, ja: `クラスター ${cluster.name} はバックトラックできません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-mysql"
}`,
    ),
    passes(
      'one day',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-mysql"
  backtrack_window   = 86400
}`,
    ),
    isNotApplicable(
      'PostgreSQL cannot',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql`,
    }),
    passes('one day in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      BacktrackWindow: 86400`,
    }),
  ],
});
