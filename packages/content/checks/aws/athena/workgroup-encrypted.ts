/** Query results repeat the data that was asked for, in another bucket. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Query results are encrypted', ja: 'クエリ結果が暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.athena.workgroup',
  why: {
    en: 'Results repeat the data of the tables in a bucket that fewer people watch; a key set by the workgroup protects them wherever they land.',
    ja: 'クエリ結果は、あまり監視されないバケットに元データを複製します。ワークグループで暗号化を決めれば、保存先によらず守れます。',
  },
  fix: {
    summary: {
      en: 'Set an encryption option for the results of the workgroup.',
      ja: 'ワークグループの結果設定で暗号化オプションを指定してください。',
    },
    terraform: `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    result_configuration {
      output_location = "s3://orders-results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        ResultConfiguration:
          OutputLocation: s3://orders-results/
          EncryptionConfiguration:
            EncryptionOption: SSE_KMS
            KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws athena update-work-group --work-group NAME --configuration-updates file://updates.json',
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
  equivalents: [
    'CKV_AWS_159',
    'AVD-AWS-0006',
    'tfsec:aws-athena-enable-at-rest-encryption',
    'Athena.1',
    'prowler:athena_workgroup_encryption',
    'cloudsploit:workgroupEncrypted',
  ],
  evaluate(workgroup) {
    if (workgroup.encryption !== undefined) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} does not encrypt query results`,
      ja: `ワークグループ ${workgroup.name} はクエリ結果を暗号化していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports`,
      },
    ),
    passes(
      'with a KMS key',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    result_configuration {
      output_location = "s3://orders-results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        ResultConfiguration:
          OutputLocation: s3://orders-results/
          EncryptionConfiguration:
            EncryptionOption: SSE_KMS
            KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
