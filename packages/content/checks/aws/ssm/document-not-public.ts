/** A public document shows everybody how your servers are run. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSM documents are not shared publicly', ja: 'SSM ドキュメントが公開共有されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ssm.document',
  why: {
    en: 'A document shared with all accounts shows scripts, names and paths of your servers to anybody.',
    ja: '全アカウントに共有されたドキュメントは、スクリプトやサーバーの名前・パスを誰にでも見せます。',
  },
  fix: {
    summary: { en: 'Name account ids instead of All.', ja: 'All の代わりにアカウント ID を指定してください。' },
    terraform: `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["uptime"] } }] })
  permissions = {
    type        = "Share"
    account_ids = "123456789012"
  }
}`,
    cli: 'aws ssm modify-document-permission --name NAME --permission-type Share --account-ids-to-remove all',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html'],
  equivalents: ['CKV_AWS_303', 'SSM.4', 'prowler:ssm_documents_set_as_public', 'cloudsploit:ssmDocumentPublicAccess'],
  without: { cloudformation: 'CloudFormation shares no documents' },
  evaluate(document) {
    if (none(document.sharedWith, (account) => account.toLowerCase() === 'all')) return pass();
    return fail({
      en: `Document ${document.name} is shared with every account`,
      ja: `ドキュメント ${document.name} はすべてのアカウントに共有されています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["uptime"] } }] })
  permissions = {
    type        = "Share"
    account_ids = "All"
  }
}`,
    ),
    passes(
      'two accounts',
      `resource "aws_ssm_document" "this" {
  name            = "orders"
  document_type   = "Command"
  document_format = "JSON"
  content         = jsonencode({ schemaVersion = "2.2", mainSteps = [{ action = "aws:runShellScript", name = "run", inputs = { runCommand = ["uptime"] } }] })
  permissions = {
    type        = "Share"
    account_ids = "123456789012,210987654321"
  }
}`,
    ),
    passes(
      'not shared',
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
