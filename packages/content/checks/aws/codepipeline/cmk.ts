/** What passes through a pipeline is what runs in production next. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pipeline artifacts are encrypted with a customer managed key',
    ja: 'パイプラインの成果物がカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codepipeline.pipeline',
  why: {
    en: 'Artifacts are what runs in production next. A key of your own asks for a second permission to read them, and is needed across accounts.',
    ja: '成果物は次に本番で動くものです。自社の鍵なら読むのに別の権限が必要になり、アカウントをまたぐ場合にも必須です。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key of your own in encryption_key of each store.',
      ja: '各ストアの encryption_key に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_codepipeline" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"
  artifact_store {
    type     = "S3"
    location = "orders-artifacts"
    encryption_key {
      id   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      type = "KMS"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/pipeline
      ArtifactStore:
        Type: S3
        Location: orders-artifacts
        EncryptionKey:
          Id: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
          Type: KMS`,
    cli: 'aws codepipeline update-pipeline --cli-input-json file://pipeline.json',
  },
  references: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html'],
  equivalents: ['CKV_AWS_219', 'cloudsploit:pipelineArtifactsEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(pipeline) {
    if (all(pipeline.stores, (store) => store.hasCustomerKey)) return pass();
    return fail({
      en: `Pipeline ${pipeline.name} has an artifact store without a customer managed key`,
      ja: `パイプライン ${pipeline.name} の成果物ストアにカスタマー管理キーが設定されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_codepipeline" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"
  artifact_store {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/pipeline
      ArtifactStore:
        Type: S3
        Location: orders-artifacts`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_codepipeline" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"
  artifact_store {
    type     = "S3"
    location = "orders-artifacts"
    encryption_key {
      id   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      type = "KMS"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/pipeline
      ArtifactStore:
        Type: S3
        Location: orders-artifacts
        EncryptionKey:
          Id: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
          Type: KMS`,
      },
    ),
  ],
});
