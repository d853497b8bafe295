/** Config is the memory of what a setting was before; it must be running and complete. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AWS Config records in every used region', ja: '利用中の全リージョンで AWS Config が記録している' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.config.recorder',
  why: {
    en: 'Only a running recorder that covers all types can later say who changed what, and when.',
    ja: 'すべてのリソースタイプを記録し続けていて初めて、後から「いつ何が変わったか」に答えられます。',
  },
  fix: {
    summary: {
      en: 'Record all supported types and enable the recorder through its status resource.',
      ja: '全リソースタイプを記録対象にし、status リソースでレコーダーを有効にしてください。',
    },
    terraform: `resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
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
        AllSupported: true`,
    cli: 'aws configservice start-configuration-recorder --configuration-recorder-name NAME',
    console: {
      en: 'Config → Settings → Edit → Record all current and future resource types; Start recording.',
      ja: 'Config → 設定 → 編集 → 現在および将来のすべてのリソースタイプを記録 → 記録を開始。',
    },
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
  equivalents: ['CKV2_AWS_45', 'Config.1', 'prowler:config_recorder_all_regions_enabled', 'cloudsploit:configServiceEnabled'],
  evaluate(recorder) {
    if (!recorder.isRecording) {
      return fail({ en: `Config recorder ${recorder.name} is not started`, ja: `Config レコーダー ${recorder.name} が開始されていません` });
    }
    if (!recorder.recordsAllTypes) {
      return fail({
        en: `Config recorder ${recorder.name} leaves resource types out`,
        ja: `Config レコーダー ${recorder.name} は一部のリソースタイプを記録していません`,
      });
    }
    return pass();
  },
  examples: [
    fails(
      'no status resource starts it',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
  role_arn = "arn:aws:iam::123456789012:role/config"
}
`,
    ),
    fails(
      'stopped',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
  role_arn = "arn:aws:iam::123456789012:role/config"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = false
}`,
    ),
    fails(
      'only chosen types',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::Instance"]
  }
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
    ),
    passes(
      'running, all types by default',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
  role_arn = "arn:aws:iam::123456789012:role/config"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "on" {}
resource "aws_config_configuration_recorder" "main" {
  name     = "recorder"
  role_arn = "arn:aws:iam::123456789012:role/config"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = var.on
}`,
    ),
    fails('only chosen types in a template', {
      cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: false
        ResourceTypes:
          - AWS::EC2::Instance`,
    }),
    passes('all types in a template', {
      cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::123456789012:role/config
      RecordingGroup:
        AllSupported: true`,
    }),
  ],
});
