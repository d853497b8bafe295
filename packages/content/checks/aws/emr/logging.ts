/** The logs of a cluster that ended are gone unless they were kept. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR clusters keep their logs', ja: 'EMR クラスターがログを保存する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.emr.cluster',
  why: {
    en: 'A cluster takes its logs along when it ends; without a copy in S3 nobody can say what ran on it.',
    ja: 'クラスターが終了するとログも消えます。S3 に残さないと、何が実行されたか調べられません。',
  },
  fix: {
    summary: {
      en: 'Set log_uri to a bucket.',
      ja: 'log_uri にバケットを指定してください。',
    },
    terraform: `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  log_uri       = "s3://orders-logs/emr/"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      LogUri: s3://orders-logs/emr/`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
  equivalents: ['cloudsploit:emrClusterLogging'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.logUri !== undefined) return pass();
    return fail({
      en: `Cluster ${cluster.name} keeps its logs nowhere`,
      ja: `クラスター ${cluster.name} のログはどこにも保存されません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr`,
      },
    ),
    passes(
      'in a bucket',
      `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  log_uri       = "s3://orders-logs/emr/"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      LogUri: s3://orders-logs/emr/`,
      },
    ),
  ],
});
