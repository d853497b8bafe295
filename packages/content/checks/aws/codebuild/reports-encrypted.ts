/** Reports quote code, data and addresses. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Exported build reports are encrypted', ja: '書き出すビルドレポートが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.report-group',
  why: {
    en: 'Test reports quote code, data and addresses; exports are encrypted unless told otherwise.',
    ja: 'テストレポートにはコードやデータ、アドレスが含まれます。明示的に無効化しない限り暗号化されます。',
  },
  fix: {
    summary: {
      en: 'Take encryption_disabled out.',
      ja: 'encryption_disabled を外してください。',
    },
    terraform: `resource "aws_codebuild_report_group" "orders" {
  name = "orders"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket = "orders-reports"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::ReportGroup
    Properties:
      Name: orders
      Type: TEST
      ExportConfig:
        ExportConfigType: S3
        S3Destination:
          Bucket: orders-reports`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/report-group-export-settings.html'],
  equivalents: ['CodeBuild.7', 'prowler:codebuild_report_group_export_encrypted'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (!group.encryptionDisabled) return pass();
    return fail({
      en: `Report group ${group.name} exports without encryption`,
      ja: `レポートグループ ${group.name} は暗号化せずに書き出します`,
    });
  },
  examples: [
    fails(
      'disabled',
      `resource "aws_codebuild_report_group" "orders" {
  name = "orders"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket              = "orders-reports"
      encryption_disabled = true
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::ReportGroup
    Properties:
      Name: orders
      Type: TEST
      ExportConfig:
        ExportConfigType: S3
        S3Destination:
          Bucket: orders-reports
          EncryptionDisabled: true`,
      },
    ),
    passes(
      'encrypted by default',
      `resource "aws_codebuild_report_group" "orders" {
  name = "orders"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket = "orders-reports"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::ReportGroup
    Properties:
      Name: orders
      Type: TEST
      ExportConfig:
        ExportConfigType: S3
        S3Destination:
          Bucket: orders-reports`,
      },
    ),
  ],
});
