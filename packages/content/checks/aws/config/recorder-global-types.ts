/** Changes of users, roles and policies are what one looks for first after an incident. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Config records IAM resources too', ja: 'Config が IAM リソースも記録する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.config.recorder',
  why: {
    en: 'Users, groups, roles and policies are global types and are left out unless the recorder is told to include them.',
    ja: 'ユーザー・グループ・ロール・ポリシーはグローバルな種類で、指定しない限り記録されません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'recording_group.include_global_resource_types', value: true }],
      cloudformation: [{ set: 'RecordingGroup.IncludeGlobalResourceTypes', value: true }],
    },
    summary: {
      en: 'Set include_global_resource_types to true in one region.',
      ja: '1 つのリージョンで include_global_resource_types を true にしてください。',
    },
    terraform: `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
    cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: true`,
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html'],
  equivalents: ['CKV2_AWS_48'],
  noFramework: 'no control mapping yet',
  evaluate(recorder) {
    const recordsAll = allOf(
      () => recorder.recordsAllTypes,
      () => recorder.recordsGlobalTypes,
    );
    if (recordsAll) return pass();
    return fail({
      en: `Recorder ${recorder.name} leaves out IAM resources or other types`,
      ja: `レコーダー ${recorder.name} は IAM リソースなど一部の種類を記録しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported                 = true
  }
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
      {
        cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: true`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = false
  }
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
      {
        cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: false`,
      },
    ),
    passes(
      'included',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
      {
        cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: true`,
      },
    ),
  ],
});
