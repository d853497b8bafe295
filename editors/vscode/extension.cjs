// Starts `kumomori lsp` for the folders of the window. Everything else is the server's.
'use strict';
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** What the server reads; it looks at other files of the folder itself. */
const LANGUAGES = ['terraform', 'terraform-vars', 'opentofu', 'bicep', 'dockerfile', 'yaml', 'json', 'jsonc'];

let client = null;

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
      initializationOptions: { language },
    },
  );
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
  await client?.stop();
  client = null;
}

module.exports = { activate, deactivate };
