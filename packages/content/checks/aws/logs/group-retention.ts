/** Logs that are gone cannot answer, and logs kept for ever cost and leak: both ends of the band matter. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log groups keep data for the required period and no longer', ja: 'ロググループが必要な期間だけデータを保持する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.logs.group',
  why: {
    en: 'Intrusions are often noticed after months: logs must still be there, and a period that is written down keeps cost and personal data in bounds.',
    ja: '侵入は数か月後に気づくことが多く、その時までログが必要です。期間を定めれば費用と個人情報の量も抑えられます。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_in_days', value: 400 }], cloudformation: [{ set: 'RetentionInDays', value: 365 }] },
    cautions: ['deletes-old-data'],
    summary: {
      en: 'Set retention_in_days to the period your policy requires.',
      ja: 'retention_in_days に規程で求められる期間を設定してください。',
    },
    terraform: `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"

  retention_in_days = 400
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: 365`,
    cli: 'aws logs put-retention-policy --log-group-name NAME --retention-in-days 400',
    console: {
      en: 'CloudWatch → Log groups → the group → Actions → Edit retention setting → Save.',
      ja: 'CloudWatch → ロググループ → 対象 → アクション → 保持設定を編集 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
  equivalents: [
    'CKV_AWS_338',
    'CloudWatch.16',
    'prowler:cloudwatch_log_group_retention_policy_specific_days_enabled',
    'cloudsploit:logRetentionPeriod',
  ],
  params: {
    minimumDays: {
      type: 'number',
      default: 365,
      min: 1,
      description: { en: 'Shortest period in days; never expiring satisfies it', ja: '最短の保持日数 (無期限は満たすとみなす)' },
    },
    maximumDays: {
      type: 'number',
      default: 0,
      min: 0,
      description: { en: 'Longest period in days; 0 sets no limit', ja: '最長の保持日数 (0 は上限なし)' },
    },
  },
  evaluate(group, { minimumDays, maximumDays }) {
    const days = group.retentionDays;
    if (days !== 0 && days < minimumDays) {
      return fail({
        en: `Log group ${group.name} keeps events for ${days} days, less than ${minimumDays}`,
        ja: `ロググループ ${group.name} の保持期間は ${days} 日で、必要な ${minimumDays} 日に足りません`,
      });
    }
    if (maximumDays > 0 && (days === 0 || days > maximumDays)) {
      return fail({
        en: `Log group ${group.name} keeps events ${days === 0 ? 'for ever' : `for ${days} days`}, longer than ${maximumDays} days`,
        ja: `ロググループ ${group.name} の保持期間は${days === 0 ? '無期限' : ` ${days} 日`}で、上限の ${maximumDays} 日を超えます`,
      });
    }
    return pass();
  },
  examples: [
    fails(
      'two weeks',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = 14
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: 14`,
      },
    ),
    fails(
      'for ever where a maximum is set',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders`,
        params: { maximumDays: 730 },
      },
    ),
    passes(
      'for ever',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = 0
}`,
    ),
    passes(
      'a month where a month is enough',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = 30
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: 30`,
        params: { minimumDays: 30 },
      },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = var.days
}`,
      {
        cloudformation: `Parameters:
  Days:
    Type: Number
Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: !Ref Days`,
      },
    ),
    passes('for ever in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders`,
    }),
  ],
});
