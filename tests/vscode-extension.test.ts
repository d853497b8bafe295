/** The extension folder, with an editor and a client that only remember what they are asked. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileFunction } from 'node:vm';
import { ROOT } from './support/installed-package.ts';

const FOLDER = join(ROOT, 'editors/vscode');

interface Extension {
  activate(): Promise<void>;
  deactivate(): Promise<void>;
}

interface Asked {
  readonly server: { readonly command: string; readonly args: readonly string[] };
  readonly client: { readonly initializationOptions: unknown };
}

interface Seen {
  readonly asked: Asked[];
  readonly errors: string[];
  /** What is typed into the boxes, in their order. */
  readonly answers: (string | undefined)[];
  readonly commands: Map<string, (asked: unknown) => Promise<void>>;
  readonly executed: (readonly [string, unknown])[];
  stopped: number;
}

/** `settings`: of the user; `starts`: whether the program is there. */
function extensionIn(
  language: string,
  settings: Readonly<Record<string, string>>,
  starts = true,
): { readonly extension: Extension; readonly seen: Seen } {
  const seen: Seen = { asked: [], errors: [], answers: [], commands: new Map(), executed: [], stopped: 0 };
  class LanguageClient {
    constructor(_id: string, _name: string, server: Asked['server'], client: Asked['client']) {
      seen.asked.push({ server, client });
    }
    start(): Promise<void> {
      return starts ? Promise.resolve() : Promise.reject(new Error('ENOENT'));
    }
    stop(): Promise<void> {
      seen.stopped += 1;
      return Promise.resolve();
    }
  }
  const vscode = {
    env: { language },
    workspace: { getConfiguration: () => ({ get: (name: string, otherwise?: string) => settings[name] ?? otherwise }) },
    commands: {
      registerCommand: (name: string, run: (asked: unknown) => Promise<void>) => {
        seen.commands.set(name, run);
        return { dispose: () => void seen.commands.delete(name) };
      },
      executeCommand: (name: string, asked: unknown) => void seen.executed.push([name, asked]),
    },
    window: {
      showInputBox: () => Promise.resolve(seen.answers.shift()),
      showErrorMessage: (text: string) => void seen.errors.push(text),
    },
  };
  const source = readFileSync(join(FOLDER, 'extension.cjs'), 'utf8');
  const stubs = new Map<string, unknown>([
    ['vscode', vscode],
    ['vscode-languageclient/node', { LanguageClient }],
  ]);
  const module = { exports: {} as Extension };
  // The editor hands these modules in; they are installed nowhere here. Type: what `module.exports` of the file holds.
  const run = compileFunction(source, ['require', 'module']) as (
    require: (name: string) => unknown,
    module: { exports: Extension },
  ) => void;
  run((name) => stubs.get(name) ?? createRequire(import.meta.url)(name), module);
  return { extension: module.exports, seen };
}

test('the extension starts the server in the language of the editor', async () => {
  for (const [language, settings, expected] of [
    ['ja', {}, { command: 'kumomori', language: 'ja' }],
    ['de', {}, { command: 'kumomori', language: 'en' }],
    ['ja', { language: 'en', command: '/opt/kumomori' }, { command: '/opt/kumomori', language: 'en' }],
  ] as const) {
    const { extension, seen } = extensionIn(language, settings);
    await extension.activate();
    const [asked] = seen.asked;
    assert.deepEqual(asked?.server, { command: expected.command, args: ['lsp', '--stdio'] });
    assert.deepEqual(asked.client.initializationOptions, { language: expected.language, asksReason: true });
    await extension.deactivate();
    assert.equal(seen.stopped, 1);
  }
});

test('a reason and a day are asked for before a finding is suppressed; without a reason nothing is', async () => {
  const { extension, seen } = extensionIn('en', {});
  await extension.activate();
  const ask = seen.commands.get('kumomori.askReason');
  seen.answers.push(undefined);
  await ask?.({ fingerprint: 'f', checkId: 'c', until: '2027-01-31' });
  assert.deepEqual(seen.executed, []);
  seen.answers.push('ticket 310', '2027-02-28');
  await ask?.({ fingerprint: 'f', checkId: 'c', until: '2027-01-31' });
  const asked = { fingerprint: 'f', checkId: 'c', until: '2027-02-28', reason: 'ticket 310' };
  assert.deepEqual(seen.executed, [['kumomori.suppress', asked]]);
  await extension.deactivate();
  assert.equal(seen.commands.size, 0);
});

test('without the program it says how to get it', async () => {
  const { extension, seen } = extensionIn('ja', {}, false);
  await extension.activate();
  assert.match(seen.errors.join(''), /npm install -g kumomori/);
});

test('a workspace cannot name the program', () => {
  const { contributes, main, version } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> } };
    readonly main: string;
    readonly version: string;
  };
  assert.equal(contributes.configuration.properties['kumomori.command']?.scope, 'machine');
  assert.ok(readFileSync(join(FOLDER, main), 'utf8'));
  assert.equal(
    version,
    (JSON.parse(readFileSync(join(ROOT, 'packages/app/package.json'), 'utf8')) as { readonly version: string }).version,
  );
});
