/** Session logs hold whatever administrators saw. */
import { defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Session Manager writes encrypted logs', ja: 'Session Manager が暗号化されたログを書き込む' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ssm.document',
  why: {
    en: 'Without logs nobody can tell what was done in a session; logs without encryption show it to whoever reads the bucket or group.',
    ja: 'ログがなければセッションで何が行われたか分かりません。暗号化されていないログは、バケットやロググループを読める人に内容を見せます。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Content.inputs.s3EncryptionEnabled', value: true }] },
    summary: {
      en: 'Name a bucket or log group and demand its encryption.',
      ja: 'バケットかロググループを指定し、暗号化を必須にしてください。',
    },
    terraform: `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Session"
  document_format = "JSON"
  content         = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName = "session-logs"
      s3EncryptionEnabled = true
    }
  })
}`,
    cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        sessionType: Standard_Stream
        inputs:
          s3BucketName: session-logs
          s3EncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html'],
  equivalents: ['CKV_AWS_113'],
  noFramework: 'no control mapping yet',
  evaluate(document) {
    if (document.type !== 'Session')
      return notApplicable({ en: 'It is no Session Manager document', ja: 'Session Manager のドキュメントではありません' });
    const { session } = document;
    const logsToBucket = session.logBucket !== undefined;
    const logsToGroup = session.logGroup !== undefined;
    if (!logsToBucket && !logsToGroup)
      return fail({
        en: `Session document ${document.name} logs nowhere`,
        ja: `セッションドキュメント ${document.name} にログの出力先がありません`,
      });
    if ((logsToBucket && !session.logBucketEncrypted) || (logsToGroup && !session.logGroupEncrypted)) {
      return fail({
        en: `Session document ${document.name} does not demand that its logs are encrypted`,
        ja: `セッションドキュメント ${document.name} はログの暗号化を必須にしていません`,
      });
    }
    return pass();
  },
  examples: [
    fails(
      'no logs',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Session"
  document_format = "JSON"
  content         = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      kmsKeyId = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  })
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        sessionType: Standard_Stream
        inputs:
          kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
    fails(
      'bucket without encryption',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Session"
  document_format = "JSON"
  content         = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName = "session-logs"
      s3EncryptionEnabled = false
    }
  })
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        sessionType: Standard_Stream
        inputs:
          s3BucketName: session-logs
          s3EncryptionEnabled: false`,
      },
    ),
    passes(
      'encrypted log group',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Session"
  document_format = "JSON"
  content         = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      cloudWatchLogGroupName = "sessions"
      cloudWatchEncryptionEnabled = true
    }
  })
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        sessionType: Standard_Stream
        inputs:
          cloudWatchLogGroupName: sessions
          cloudWatchEncryptionEnabled: true`,
      },
    ),
  ],
});
