/** Neptune has no passwords: without IAM whoever reaches the port is in. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune requires IAM sign-in', ja: 'Neptune が IAM 認証を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.cluster',
  why: {
    en: 'Without IAM authentication everybody who reaches the endpoint reads and changes the graph.',
    ja: 'IAM 認証がないと、エンドポイントに到達できる者は誰でもグラフを読み書きできます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'iam_database_authentication_enabled', value: true }],
      cloudformation: [{ set: 'IamAuthEnabled', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set iam_database_authentication_enabled to true.', ja: 'iam_database_authentication_enabled を true にしてください。' },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier                  = "relations"
  iam_database_authentication_enabled = true
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      IamAuthEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html'],
  equivalents: [
    'CKV_AWS_359',
    'Neptune.7',
    'prowler:neptune_cluster_iam_authentication_enabled',
    'cloudsploit:neptuneDbInstanceIamAuthEnabled',
  ],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.iamAuthentication) return pass();
    return fail({ en: `Cluster ${cluster.name} asks nobody who he is`, ja: `クラスター ${cluster.name} は認証を必要としません` });
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
  cluster_identifier                  = "relations"
  iam_database_authentication_enabled = true
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      IamAuthEnabled: true`,
      },
    ),
  ],
});
