/** A container that mines coins shows in its load first. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container Insights is on', ja: 'Container Insights が有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ecs.cluster',
  why: {
    en: 'Container metrics show runaway and misused containers, which cluster averages hide.',
    ja: 'コンテナ単位のメトリクスがあれば、クラスター平均に隠れる暴走や不正利用に気づけます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'setting[name=containerInsights].value', value: 'enabled' }],
      cloudformation: [{ set: 'ClusterSettings[Name=containerInsights].Value', value: 'enabled' }],
    },
    cautions: ['costs'],
    summary: {
      en: 'Set containerInsights to enabled or enhanced.',
      ja: 'containerInsights を enabled か enhanced にしてください。',
    },
    terraform: `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      ClusterSettings:
        - Name: containerInsights
          Value: enabled`,
    cli: 'aws ecs update-cluster-settings --cluster NAME --settings name=containerInsights,value=enabled',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html'],
  equivalents: [
    'CKV_AWS_65',
    'AVD-AWS-0034',
    'tfsec:aws-ecs-enable-container-insight',
    'ECS.12',
    'prowler:ecs_cluster_container_insights_enabled',
    'cloudsploit:ecsContainerInsightsEnabled',
  ],
  evaluate(cluster) {
    if (
      any(
        cluster.settings,
        (setting) => setting.key === 'containerInsights' && (setting.value === 'enabled' || setting.value === 'enhanced'),
      )
    )
      return pass();
    return fail({
      en: `Cluster ${cluster.name} has Container Insights off`,
      ja: `クラスター ${cluster.name} で Container Insights が無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders`,
      },
    ),
    fails(
      'disabled',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      ClusterSettings:
        - Name: containerInsights
          Value: disabled`,
      },
    ),
    passes(
      'enabled',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      ClusterSettings:
        - Name: containerInsights
          Value: enabled`,
      },
    ),
  ],
});
