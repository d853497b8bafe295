/** The language server, driven by a client as an editor would. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  Diagnostic,
  Hover,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

const OPEN_SSH = `resource "aws_security_group" "web" {
  name        = "web"
  description = "servers"
  vpc_id      = "vpc-0123456789abcdef0"
  ingress {
    description = "ssh"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
const CLOSED = OPEN_SSH.replace('0.0.0.0/0', '198.51.100.0/24');
const SSH = 'aws-ec2-sg-no-ssh-from-internet';
const CONFIG = `version: 1\nchecks:\n  select: [${SSH}]\n`;

const sentence = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

class Editor {
  readonly applied: WorkspaceEdit[] = [];
  readonly messages: string[] = [];
  readonly #folder: string;
  readonly #client: ProtocolConnection;
  readonly #shown = new Map<string, readonly Diagnostic[]>();
  readonly #waiting: (() => void)[] = [];

  constructor(folder: string, client: ProtocolConnection) {
    this.#folder = folder;
    this.#client = client;
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#shown.set(uri, diagnostics);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    client.onRequest('client/registerCapability', () => null);
    client.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      this.applied.push(edit);
      return { applied: true };
    });
    client.onNotification('window/showMessage', ({ message }: { readonly message: string }) => void this.messages.push(message));
  }

  uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.#client.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#client.sendNotification(method, params);
  }

  open(path: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri: this.uri(path), languageId: 'terraform', version: 1, text } });
  }

  change(path: string, text: string, version = 2): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri: this.uri(path), version }, contentChanges: [{ text }] });
  }

  /** Waits until a file shows so many diagnostics. */
  async shows(path: string, count: number): Promise<readonly Diagnostic[]> {
    for (;;) {
      const shown = this.#shown.get(this.uri(path)) ?? null;
      if (shown?.length === count) return shown;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }
}

interface Session {
  readonly editor: Editor;
  readonly folder: string;
  readonly initialized: InitializeResult;
}

/** Starts the server in a folder, says goodbye, and gives its exit code. */
interface EditorSettings {
  readonly language?: string;
  readonly asksReason?: boolean;
  /** Of the folder; itself without. */
  readonly folders?: readonly string[];
}

function inEditor(
  files: FolderFiles,
  use: (session: Session) => Promise<void>,
  { folders = ['.'], ...initializationOptions }: EditorSettings = {},
): Promise<number> {
  return inFolder(files, async (folder) => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = runInFolder(folder, ['lsp', '--stdio'], {
      stdin: () => toServer,
      stdout: { write: (text) => void toClient.write(text), isTerminal: false, columns: 0 },
    });
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(written(toServer)));
    const editor = new Editor(folder, client);
    client.listen();
    const initialized = await editor.request<InitializeResult>('initialize', {
      processId: null,
      workspaceFolders: folders.map((name) => ({ uri: pathToFileURL(join(folder, name)).href, name })),
      capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
      initializationOptions,
    });
    await editor.notify('initialized', {});
    await use({ editor, folder, initialized });
    await editor.request('shutdown', undefined);
    await editor.notify('exit', undefined);
    const { exitCode } = await server;
    client.dispose();
    return exitCode;
  });
}

function written(stream: PassThrough): Writable {
  return new Writable({ write: (chunk: Uint8Array, _encoding, done) => void stream.write(chunk, done) });
}

const place = ({ range }: Diagnostic): string => `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;

test('files of the folder show their findings without being opened', async () => {
  const exitCode = await inEditor({ 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG }, async ({ editor, initialized }) => {
    const [finding] = await editor.shows('main.tf', 1);
    assert.ok(finding);
    assert.deepEqual([finding.code, finding.source, finding.severity, place(finding)], [SSH, 'kumomori', 1, '9:19-9:31']);
    assert.match(sentence(finding), /Security group web admits the internet to port 22/);
    assert.match(finding.codeDescription?.href ?? '', /^https:/);
    assert.equal(initialized.serverInfo?.name, 'kumomori');
  });
  assert.equal(exitCode, 0);
});

test('what is typed counts, not what is on the disk', async () => {
  await inEditor({ 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG }, async ({ editor }) => {
    await editor.shows('main.tf', 1);
    await editor.open('main.tf', OPEN_SSH);
    await editor.change('main.tf', CLOSED);
    await editor.shows('main.tf', 0);
    await editor.change('main.tf', `# one line more\n${OPEN_SSH}`, 3);
    const [finding] = await editor.shows('main.tf', 1);
    assert.equal(finding && place(finding), '10:19-10:31');
    await editor.notify('textDocument/didClose', { textDocument: { uri: editor.uri('main.tf') } });
    const [saved] = await editor.shows('main.tf', 1);
    assert.ok(saved);
  });
});

test('a file that was never saved is checked with the others', async () => {
  await inEditor({ 'main.tf': CLOSED, 'kumomori.yaml': CONFIG }, async ({ editor }) => {
    await editor.open('new.tf', OPEN_SSH.replaceAll('web', 'new'));
    assert.equal((await editor.shows('new.tf', 1))[0]?.code, SSH);
  });
});

test('what another program writes is seen', async () => {
  await inEditor({ 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG }, async ({ editor, folder }) => {
    await editor.shows('main.tf', 1);
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more/main.tf'), OPEN_SSH);
    rmSync(join(folder, 'main.tf'));
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('more/main.tf'), type: 1 }] });
    await editor.shows('more/main.tf', 1);
    await editor.shows('main.tf', 0);
  });
});

test('a value from a variable is shown where it is written, with its way', async () => {
  const code = OPEN_SSH.replace('["0.0.0.0/0"]', 'var.admin');
  const variable = 'variable "admin" {\n  type    = list(string)\n  default = ["0.0.0.0/0"]\n}\n';
  await inEditor({ 'main.tf': code, 'variables.tf': variable, 'kumomori.yaml': CONFIG }, async ({ editor }) => {
    const [finding] = await editor.shows('variables.tf', 1);
    assert.equal(finding?.range.start.line, 2);
    const related = finding.relatedInformation?.map(({ message, location }) => `${message} ${location.uri.split('/').at(-1)}`) ?? [];
    assert.ok(related.includes('aws_security_group.web main.tf'), related.join('\n'));
  });
});

test('pointing at a finding tells why it matters and how to fix it, in the asked language', async () => {
  const files = { 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG };
  const hover = async ({ editor }: Session, line: number): Promise<string> => {
    await editor.shows('main.tf', 1);
    const params = { textDocument: { uri: editor.uri('main.tf') }, position: { line, character: 10 } };
    const answer = await editor.request<Hover | null>('textDocument/hover', params);
    return answer === null ? '' : JSON.stringify(answer.contents);
  };
  await inEditor(files, async (session) => {
    assert.match(await hover(session, 9), /How to fix.*Session Manager/);
    assert.equal(await hover(session, 2), '');
  });
  await inEditor(files, async (session) => assert.match(await hover(session, 9), /対処方法/), { language: 'ja' });
});

test('a suppression with an end is offered above the block', async () => {
  await inEditor({ 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG }, async ({ editor }) => {
    await editor.open('main.tf', OPEN_SSH);
    const [finding] = await editor.shows('main.tf', 1);
    const params = { textDocument: { uri: editor.uri('main.tf') }, range: finding?.range, context: { diagnostics: [finding] } };
    const actions = await editor.request<readonly CodeAction[]>('textDocument/codeAction', params);
    const suppress = actions.find(({ title }) => title.startsWith('Suppress'));
    assert.deepEqual(suppress?.edit?.changes?.[editor.uri('main.tf')], [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        newText: `# kumomori:ignore ${SSH} until=2027-02-22 reason="TODO"\n`,
      },
    ]);
  });
});

test('a proved fix is worked out when it is chosen, and what a variable decides is refused with the place', async () => {
  const volume = (encrypted: string): string =>
    `resource "aws_ebs_volume" "data" {\n  availability_zone = "ap-northeast-1a" # here\n  size              = 10\n  encrypted         = ${encrypted}\n}\n`;
  const CHECK = 'aws-ec2-ebs-volume-encrypted';
  const config = `version: 1\nchecks:\n  select: [${CHECK}]\n`;
  const resolved = async (editor: Editor, path: string): Promise<CodeAction | undefined> => {
    const [finding] = await editor.shows(path, 1);
    const params = { textDocument: { uri: editor.uri(path) }, range: finding?.range, context: { diagnostics: [] } };
    const actions = await editor.request<readonly CodeAction[]>('textDocument/codeAction', params);
    return editor.request<CodeAction>(
      'codeAction/resolve',
      actions.find(({ title }) => title.startsWith('Fix: ')),
    );
  };
  await inEditor({ 'main.tf': volume('true'), 'kumomori.yaml': config }, async ({ editor }) => {
    await editor.open('main.tf', volume('false'));
    const action = await resolved(editor, 'main.tf');
    assert.deepEqual(action?.edit?.changes?.[editor.uri('main.tf')], [
      { range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, newText: '  encrypted         = true\n' },
    ]);
  });
  const variable = 'variable "encrypted" {\n  default = false\n}\n';
  await inEditor({ 'main.tf': volume('var.encrypted'), 'variables.tf': variable, 'kumomori.yaml': config }, async ({ editor }) => {
    const action = await resolved(editor, 'variables.tf');
    assert.deepEqual([action?.edit, /var\.encrypted/.test(action?.disabled?.reason ?? '')], [undefined, true]);
  });
});

test('what cannot be read is shown at its line, also in kumomori.yaml', async () => {
  await inEditor({ 'main.tf': OPEN_SSH, 'kumomori.yaml': CONFIG }, async ({ editor, folder }) => {
    await editor.shows('main.tf', 1);
    await editor.open('broken.tf', 'resource "aws_s3_bucket" {\n');
    assert.deepEqual(
      (await editor.shows('broken.tf', 2)).map(({ range }) => range.start.line),
      [0, 0],
    );
    writeFileSync(join(folder, 'kumomori.yaml'), 'version: 1\nskipp: []\n');
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const [problem] = await editor.shows('kumomori.yaml', 1);
    assert.ok(problem);
    assert.match(sentence(problem), /skipp/);
    assert.equal(problem.range.start.line, 1);
  });
});

test('a folder without code is silent, and an editor that goes away without a word ends the server', async () => {
  await inEditor({ 'README.md': 'nothing' }, async ({ editor }) => {
    await editor.open('main.tf', OPEN_SSH);
    assert.ok((await editor.shows('main.tf', 4)).some(({ code }) => code === SSH));
  });
  const { exitCode } = await runInFolder('.', ['lsp', '--stdio'], { stdin: () => new PassThrough().end() });
  assert.equal(exitCode, 1);
});

const KEY = (name: string): string => `resource "aws_kms_key" "${name}" {\n  description = "orders"\n}\n`;
const FIXED_KEY = (name: string): string =>
  KEY(name).replace('  description = "orders"\n', '  description         = "orders"\n  enable_key_rotation = true\n');
const ROTATION = 'version: 1\nchecks:\n  select: [aws-kms-key-rotation-enabled]\n';
const ANYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('all findings of a file are fixed at once; on saving only what needs no preparation', async () => {
  const database = 'resource "aws_db_instance" "orders" {\n  storage_encrypted = false\n}\n';
  const text = KEY('a') + KEY('b') + database;
  const config = 'version: 1\nchecks:\n  select: [aws-kms-key-rotation-enabled, aws-rds-instance-encrypted]\n';
  await inEditor({ 'main.tf': text, 'kumomori.yaml': config }, async ({ editor }) => {
    await editor.open('main.tf', text);
    await editor.shows('main.tf', 3);
    const asked = async (only: readonly string[]): Promise<readonly CodeAction[]> => {
      const params = { textDocument: { uri: editor.uri('main.tf') }, range: ANYWHERE, context: { diagnostics: [], only } };
      return editor.request<readonly CodeAction[]>('textDocument/codeAction', params);
    };
    const whole = async (action: CodeAction | undefined): Promise<string | undefined> => {
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      const [change] = edit?.changes?.[editor.uri('main.tf')] ?? [];
      if (!change) return undefined;
      const lines = text.split('\n');
      return [...lines.slice(0, change.range.start.line), ''].join('\n') + change.newText + lines.slice(change.range.end.line).join('\n');
    };
    const all = (await asked(['quickfix'])).find(({ title }) => title.startsWith('Fix all 3'));
    assert.equal(await whole(all), FIXED_KEY('a') + FIXED_KEY('b') + database.replace('false', 'true'));
    const [safe, ...others] = await asked(['source.fixAll']);
    assert.deepEqual([safe?.kind, others.length], ['source.fixAll.kumomori', 0]);
    assert.equal(await whole(safe), FIXED_KEY('a') + FIXED_KEY('b') + database);
  });
});

test('a suppression is written with the reason and the day that were asked for', async () => {
  const files = { 'main.tf': KEY('a'), 'kumomori.yaml': ROTATION };
  await inEditor(
    files,
    async ({ editor }) => {
      await editor.open('main.tf', KEY('a'));
      await editor.shows('main.tf', 1);
      const params = { textDocument: { uri: editor.uri('main.tf') }, range: ANYWHERE, context: { diagnostics: [] } };
      const actions = await editor.request<readonly CodeAction[]>('textDocument/codeAction', params);
      const { command } = actions.find(({ title }) => title.startsWith('Suppress')) ?? {};
      assert.equal(command?.command, 'kumomori.askReason');
      const asked = command.arguments?.[0] as object; // the server's own
      const suppress = (more: object): Promise<unknown> =>
        editor.request('workspace/executeCommand', { command: 'kumomori.suppress', arguments: [{ ...asked, ...more }] });
      await suppress({ reason: 'ticket "310"\nof June', until: '2027-06-30' });
      assert.deepEqual(
        editor.applied.map(({ changes }) => changes?.[editor.uri('main.tf')]?.[0]?.newText),
        [`# kumomori:ignore aws-kms-key-rotation-enabled until=2027-06-30 reason="ticket '310' of June"\n`],
      );
      await suppress({ reason: ' ', until: '2027-06-30' });
      await suppress({ reason: 'ticket 310', until: '2027-02-30' });
      assert.deepEqual([editor.applied.length, editor.messages.length], [1, 2]);
    },
    { asksReason: true },
  );
});

test('kumomori.yaml counts as it is typed, in its own folder of several, and the language can be changed', async () => {
  const files = { 'shop/main.tf': KEY('a'), 'shop/kumomori.yaml': ROTATION, 'lake/main.tf': KEY('b'), 'lake/kumomori.yaml': ROTATION };
  await inEditor(
    files,
    async ({ editor }) => {
      await Promise.all([editor.shows('shop/main.tf', 1), editor.shows('lake/main.tf', 1)]);
      await editor.open('lake/kumomori.yaml', `${ROTATION}  skip: [aws-kms-key-rotation-enabled]\n`);
      await editor.shows('lake/main.tf', 0);
      await editor.notify('textDocument/didClose', { textDocument: { uri: editor.uri('lake/kumomori.yaml') } });
      const [finding] = await editor.shows('lake/main.tf', 1);
      assert.match(finding ? sentence(finding) : '', /does not rotate/);
      await editor.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [{ uri: editor.uri('lake'), name: '' }] },
      });
      await editor.shows('lake/main.tf', 0);
      assert.equal((await editor.shows('shop/main.tf', 1)).length, 1);
      await editor.notify('workspace/didChangeConfiguration', { settings: { kumomori: { language: 'ja' } } });
      await editor.open('shop/new.tf', KEY('new'));
      const [told] = await editor.shows('shop/new.tf', 1);
      assert.match(told ? sentence(told) : '', /ローテーション/);
    },
    { folders: ['shop', 'lake'] },
  );
});
