/** A session carries what administrators type. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Session Manager encrypts sessions with KMS', ja: 'Session Manager のセッションが KMS で暗号化される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.document',
  why: {
    en: 'Without an own key whoever may start a session needs no second permission to see what is typed and shown.',
    ja: '独自のキーがないと、セッションの内容を保護する鍵側の権限管理ができません。',
  },
  fix: {
    summary: { en: 'Set kmsKeyId in the session document.', ja: 'セッションドキュメントに kmsKeyId を設定してください。' },
    terraform: `resource "aws_ssm_document" "this" {
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
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html'],
  equivalents: ['CKV_AWS_112'],
  noFramework: 'no control mapping yet',
  evaluate(document) {
    if (document.type !== 'Session')
      return notApplicable({ en: 'It is no Session Manager document', ja: 'Session Manager のドキュメントではありません' });
    if (document.session.hasKmsKey) return pass();
    return fail({
      en: `Session document ${document.name} names no KMS key`,
      ja: `セッションドキュメント ${document.name} に KMS キーがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Session"
  document_format = "JSON"
  content         = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName = "session-logs"
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
          s3BucketName: session-logs`,
      },
    ),
    passes(
      'a key',
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
    isNotApplicable(
      'a command',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["uptime"] } }] })
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Command
      Content:
        schemaVersion: "2.2"
        mainSteps:
          - action: aws:runShellScript
            name: run
            inputs:
              runCommand: ["uptime"]`,
      },
    ),
  ],
});
