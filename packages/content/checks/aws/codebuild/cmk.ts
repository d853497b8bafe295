/** The key of S3 opens for everybody who may read the bucket. */
import { defineCheck, fail, fails, isNotApplicable, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build artifacts are encrypted with a customer managed key', ja: 'ビルド成果物がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'With the key of S3 whoever reads the bucket reads the artifacts; a key of your own asks for a second permission.',
    ja: 'S3 の鍵では、バケットを読める人が成果物も読めます。自社の鍵なら別の権限が必要になります。',
  },
  fix: {
    summary: {
      en: 'Set encryption_key to a KMS key of your own.',
      ja: 'encryption_key に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name           = "orders"
  service_role   = "arn:aws:iam::123456789012:role/build"
  encryption_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      EncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      Artifacts:
        Type: S3
        Location: orders-artifacts`,
    cli: 'aws codebuild update-project --name NAME --encryption-key ARN',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  equivalents: ['CKV_AWS_147', 'cloudsploit:projectArtifactsEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(project) {
    if (project.hasCustomerKey) return pass();
    if (none(project.artifacts, (artifact) => artifact.type !== 'NO_ARTIFACTS'))
      return notApplicable({ en: 'It makes no artifacts', ja: '成果物がありません' });
    return fail(
      {
        en: `Build project ${project.name} does not encrypt artifacts with a customer managed key`,
        ja: `ビルドプロジェクト ${project.name} は成果物をカスタマー管理キーで暗号化していません`,
      },
      { at: ['hasCustomerKey'] },
    );
  },
  examples: [
    fails(
      'not written',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: S3
        Location: orders-artifacts`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_codebuild_project" "orders" {
  name           = "orders"
  service_role   = "arn:aws:iam::123456789012:role/build"
  encryption_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      EncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      Artifacts:
        Type: S3
        Location: orders-artifacts`,
      },
    ),
    isNotApplicable(
      'no artifacts',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type = "NO_ARTIFACTS"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: NO_ARTIFACTS`,
      },
    ),
  ],
});
