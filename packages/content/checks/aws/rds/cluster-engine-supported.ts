/** An engine past its support gets no more fixes, or costs extra for each. */
import { defineCheck, fail, fails, isEngineEnded, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Engine version of clusters is supported', ja: 'DB クラスターのエンジンがサポートされている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Known holes in an engine past the end of standard support stay open, or are closed only for an extra fee.',
    ja: '標準サポートが終了したエンジンでは、既知の脆弱性が残るか、追加料金を払わないと修正されません。',
  },
  fix: {
    summary: {
      en: 'Upgrade engine_version to a supported major version.',
      ja: 'engine_version をサポート中のメジャーバージョンに上げてください。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  engine_version     = "16.4"
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: '16.8'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html'],
  equivalents: ['prowler:rds_cluster_extended_support'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const version = cluster.engineVersion;
    const engine = cluster.engine;
    if (version === undefined || engine === undefined || !isEngineEnded(engine, version)) return pass();
    return fail({
      en: `Cluster ${cluster.name} runs ${engine} ${version}, past its standard support`,
      ja: `クラスター ${cluster.name} の ${engine} ${version} は標準サポートが終了しています`,
    });
  },
  examples: [
    fails(
      'PostgreSQL 12',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  engine_version     = "12.19"
}`,
    ),
    passes(
      'PostgreSQL 16',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  engine_version     = "16.4"
}`,
    ),
    passes(
      'the newest when nothing is said',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    fails(
      'Aurora MySQL 2',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.12.0"
}`,
    ),
    fails('PostgreSQL 12 in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: '12.22'`,
    }),
    passes('PostgreSQL 16 in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: '16.8'`,
    }),
  ],
});
