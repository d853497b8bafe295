import { CreateAliasCommand, CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import type { DetectorFeature } from '@aws-sdk/client-guardduty';
import { CreateDetectorCommand, GuardDutyClient, UpdateDetectorCommand } from '@aws-sdk/client-guardduty';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Recipes } from './recipe.ts';

/** Keys, logs, alarms, and the services that watch. */
export const security: Recipes = {
  async aws_kms_key(block, making) {
    const kms = making.client(KMSClient);
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        Description: block.text('description'),
        Policy: block.text('policy'),
        Tags: making.tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })),
      }),
    );
    const KeyId = KeyMetadata?.KeyId;
    if (block.flag('enable_key_rotation') === true) await kms.send(new EnableKeyRotationCommand({ KeyId }));
    return { id: KeyId, key_id: KeyId, arn: KeyMetadata?.Arn };
  },

  async aws_kms_alias(block, making) {
    const AliasName = block.text('name');
    await making.client(KMSClient).send(new CreateAliasCommand({ AliasName, TargetKeyId: block.text('target_key_id') }));
    return { id: AliasName, name: AliasName };
  },

  async aws_cloudtrail(block, making) {
    const client = making.client(CloudTrailClient);
    const { TrailARN, Name } = await client.send(
      new CreateTrailCommand({
        Name: block.text('name'),
        S3BucketName: block.text('s3_bucket_name'),
        KmsKeyId: block.text('kms_key_id'),
        IsMultiRegionTrail: block.flag('is_multi_region_trail'),
        IncludeGlobalServiceEvents: block.flag('include_global_service_events'),
        EnableLogFileValidation: block.flag('enable_log_file_validation'),
        CloudWatchLogsLogGroupArn: block.text('cloud_watch_logs_group_arn'),
        CloudWatchLogsRoleArn: block.text('cloud_watch_logs_role_arn'),
        TagsList: [...making.tags],
      }),
    );
    if (block.flag('enable_logging') === false) await client.send(new StopLoggingCommand({ Name }));
    else await client.send(new StartLoggingCommand({ Name }));
    return { id: TrailARN, arn: TrailARN, name: Name };
  },

  async aws_cloudwatch_log_group(block, making) {
    const logs = making.client(CloudWatchLogsClient);
    const logGroupName = block.text('name');
    await logs.send(
      new CreateLogGroupCommand({
        logGroupName,
        kmsKeyId: block.text('kms_key_id'),
        tags: { ...making.tagMap },
      }),
    );
    const days = block.number('retention_in_days');
    if (days !== undefined && days > 0) await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: days }));
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
    const arn = logGroups?.find((each) => each.logGroupName === logGroupName)?.arn;
    return { id: logGroupName, name: logGroupName, arn: arn?.replace(/:\*$/, '') };
  },

  async aws_cloudwatch_log_metric_filter(block, making) {
    await making.client(CloudWatchLogsClient).send(
      new PutMetricFilterCommand({
        filterName: block.text('name'),
        logGroupName: block.text('log_group_name'),
        filterPattern: block.text('pattern'),
        metricTransformations: block.blocks('metric_transformation').map((each) => ({
          metricName: each.text('name'),
          metricNamespace: each.text('namespace'),
          metricValue: each.text('value'),
        })),
      }),
    );
    return { id: block.text('name'), name: block.text('name') };
  },

  async aws_cloudwatch_metric_alarm(block, making) {
    const AlarmName = block.text('alarm_name');
    await making.client(CloudWatchClient).send(
      new PutMetricAlarmCommand({
        AlarmName,
        Namespace: block.text('namespace'),
        MetricName: block.text('metric_name'),
        Statistic: block.text('statistic'),
        Period: block.number('period'),
        EvaluationPeriods: block.number('evaluation_periods'),
        Threshold: block.number('threshold'),
        ComparisonOperator: block.text('comparison_operator'),
        AlarmActions: block.texts('alarm_actions'),
        Tags: [...making.tags],
      }),
    );
    return { id: AlarmName, arn: `arn:aws:cloudwatch:${making.region}:${making.account}:alarm:${AlarmName}` };
  },

  async aws_config_configuration_recorder(block, making) {
    const group = block.block('recording_group');
    await making.client(ConfigServiceClient).send(
      new PutConfigurationRecorderCommand({
        ConfigurationRecorder: {
          name: block.text('name'),
          roleARN: block.text('role_arn'),
          recordingGroup: group && {
            allSupported: group.flag('all_supported'),
            includeGlobalResourceTypes: group.flag('include_global_resource_types'),
          },
        },
      }),
    );
    const name = block.text('name');
    return { id: name, name, live: `arn:aws:config:${making.region}:${making.account}:recorder/${name}` };
  },

  async aws_config_delivery_channel(block, making) {
    await making
      .client(ConfigServiceClient)
      .send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: block.text('name'), s3BucketName: block.text('s3_bucket_name') } }));
    return { id: block.text('name'), name: block.text('name') };
  },

  async aws_config_configuration_recorder_status(block, making) {
    const ConfigurationRecorderName = block.text('name');
    if (block.flag('is_enabled') === true)
      await making.client(ConfigServiceClient).send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName }));
    return {};
  },

  async aws_guardduty_detector(block, making) {
    const { DetectorId } = await making.client(GuardDutyClient).send(
      new CreateDetectorCommand({
        Enable: block.flag('enable'),
        FindingPublishingFrequency: block.text('finding_publishing_frequency'),
        Tags: { ...making.tagMap },
      }),
    );
    return { id: DetectorId, arn: `arn:aws:guardduty:${making.region}:${making.account}:detector/${DetectorId}` };
  },

  async aws_guardduty_detector_feature(block, making) {
    await making.client(GuardDutyClient).send(
      new UpdateDetectorCommand({
        DetectorId: block.text('detector_id'),
        Features: [{ Name: block.text<DetectorFeature>('name'), Status: block.text('status') }],
      }),
    );
    return {};
  },

  async aws_securityhub_account(block, making) {
    await making
      .client(SecurityHubClient)
      .send(new EnableSecurityHubCommand({ EnableDefaultStandards: block.flag('enable_default_standards') }));
    return {};
  },

  async aws_secretsmanager_secret(block, making) {
    const { ARN, Name } = await making
      .client(SecretsManagerClient)
      .send(new CreateSecretCommand({ Name: block.text('name'), KmsKeyId: block.text('kms_key_id'), Tags: [...making.tags] }));
    return { id: ARN, arn: ARN, name: Name };
  },
};
