// Starts `kumomori lsp` for the folders of the window. Everything else is the server's.
'use strict';
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** What the server reads; it looks at other files of the folder itself. */
const LANGUAGES = ['terraform', 'terraform-vars', 'opentofu', 'bicep', 'dockerfile', 'yaml', 'json', 'jsonc'];

let client = null;
let asking = null;

/** Asks why and until when, then lets the server write the comment. */
async function askReason(language, asked) {
  const ja = language === 'ja';
  const reason = await vscode.window.showInputBox({
    title: asked.checkId,
    prompt: ja ? '抑止する理由' : 'Why is this finding suppressed?',
    validateInput: (text) => (text.trim() === '' ? (ja ? '理由を入力してください' : 'Say why') : null),
  });
  if (reason === undefined) return;
  const until = await vscode.window.showInputBox({
    title: asked.checkId,
    prompt: ja ? '期限 (YYYY-MM-DD)' : 'Until which day? (YYYY-MM-DD)',
    value: asked.until,
    validateInput: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? null : 'YYYY-MM-DD'),
  });
  if (until === undefined) return;
  await vscode.commands.executeCommand('kumomori.suppress', { ...asked, reason, until });
}

async function activate() {
  const settings = vscode.workspace.getConfiguration('kumomori');
  const command = settings.get('command', 'kumomori');
  const language = settings.get('language') ?? (vscode.env.language.startsWith('ja') ? 'ja' : 'en');
  client = new LanguageClient(
    'kumomori',
    'kumomori',
    { command, args: ['lsp', '--stdio'] },
    {
      documentSelector: LANGUAGES.map((name) => ({ scheme: 'file', language: name })),
      initializationOptions: { language, asksReason: true },
    },
  );
  asking = vscode.commands.registerCommand('kumomori.askReason', (asked) => askReason(language, asked));
  try {
    await client.start();
  } catch (error) {
    client = null;
    const sentence =
      language === 'ja'
        ? `kumomori を起動できません (${command})。npm install -g kumomori で入れるか、設定 kumomori.command に場所を書いてください。`
        : `kumomori cannot be started (${command}). Install it with npm install -g kumomori, or set kumomori.command.`;
    void vscode.window.showErrorMessage(`${sentence} ${error instanceof Error ? error.message : ''}`.trim());
  }
}

async function deactivate() {
  asking?.dispose();
  asking = null;
  await client?.stop();
  client = null;
}

module.exports = { activate, deactivate };
