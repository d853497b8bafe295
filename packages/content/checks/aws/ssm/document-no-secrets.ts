/** Documents are shown to everybody who may list them. */
import { defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSM documents contain no credentials', ja: 'SSM ドキュメントに認証情報がない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ssm.document',
  why: {
    en: 'Everybody who may read documents, or the repository, reads the credentials in their scripts.',
    ja: 'ドキュメントやリポジトリを読める全員が、スクリプト内の認証情報を読めます。',
  },
  fix: {
    summary: {
      en: 'Read the secret from Parameter Store or Secrets Manager when the document runs.',
      ja: '実行時に Parameter Store や Secrets Manager から機密値を読み出してください。',
    },
    terraform: `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["mysqldump --password={{ ssm-secure:/orders/db_password }} orders"] } }] })
}`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html'],
  equivalents: ['prowler:ssm_document_secrets'],
  evaluate(document) {
    const { credential } = document;
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({ en: `Document ${document.name} holds ${en}`, ja: `ドキュメント ${document.name} に${ja}が含まれています` });
  },
  examples: [
    fails(
      'an access key',
      `locals {
  key = format("%s%s", "AKIA", "QWERTYUIOPASDFGH")
}
resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["export AWS_ACCESS_KEY_ID=\${local.key}"] } }] })
}`,
    ),
    fails('an access key', {
      cloudformation: `Parameters:
  Rest:
    Type: String
    Default: QWERTYUIOPASDFGH
Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Command
      Content: !Sub '{"schemaVersion": "2.2", "mainSteps": [{"action": "aws:runShellScript", "name": "run", "inputs": {"runCommand": ["export AWS_ACCESS_KEY_ID=AKIA\${Rest}"]}}]}'`,
    }),
    passes(
      'nothing of the kind',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["uptime"] } }] })
}`,
    ),
    passes('nothing secret', {
      cloudformation: `Resources:
  This:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Command
      Content: '{"schemaVersion": "2.2", "mainSteps": []}'`,
    }),
  ],
});
