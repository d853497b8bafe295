/** Language Server Protocol 3.17 over two streams. */
import { Readable, Writable } from 'node:stream';
import type { Language } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { CodeAction, Connection, InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver/node';
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import * as server from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toolVersion } from '../../version.ts';
import { FIX_ALL, Workspace } from './workspace.ts';

export interface EditorServerOptions {
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => void;
  /** Taken when the editor does not say `initializationOptions.language`. */
  readonly language: Language;
  readonly now: () => Date;
}

/** Serves one editor until it says `exit` or closes its stream. 0 when it said `shutdown` before, as the protocol asks. */
export async function serveEditor(options: EditorServerOptions): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const reader = new StreamMessageReader(Readable.from(options.input));
  const writer = new StreamMessageWriter(textStream(options.write));
  const watchDog: server.WatchDog = { shutdownReceived: false, initialize: () => {}, exit: end };
  const connection: Connection = server.createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
  reader.onClose(() => end(watchDog.shutdownReceived ? 0 : 1));
  const documents = new TextDocuments(TextDocument);
  const serving = new EditorServer(connection, documents, options);
  serving.answer();
  documents.listen(connection);
  connection.listen();
  const code = await ended;
  reader.dispose();
  writer.dispose();
  return code;
}

/** Headers and contents come as texts or bytes, each whole. */
function textStream(write: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      done();
    },
  });
}

/** Its argument: `{ fingerprint, reason, until }`. */
const SUPPRESS = 'kumomori.suppress';

/** A pause that long after a change belongs to the next word. */
const QUIET_MS = 40;

class EditorServer {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #options: EditorServerOptions;
  #workspace: Workspace | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isChecking = false;
  #canWatch = false;
  #tellsFolders = false;

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, options: EditorServerOptions) {
    this.#connection = connection;
    this.#documents = documents;
    this.#options = options;
  }

  /** Before the first message. */
  answer(): void {
    const [connection, documents] = [this.#connection, this.#documents];
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onHover(({ textDocument, position }) => this.#workspace?.hover(textDocument.uri, position) ?? null);
    connection.onCodeAction(({ textDocument, range, context }) => [
      ...(this.#workspace?.codeActions(textDocument.uri, range, context.only) ?? []),
    ]);
    connection.onExecuteCommand(({ arguments: [asked] = [] }) => this.#suppress(asked));
    connection.onDidChangeConfiguration(({ settings }) => this.#configure(settings));
    connection.onCodeActionResolve((action) => this.#resolve(action));
    connection.onDidChangeWatchedFiles(() => this.#schedule());
    connection.onShutdown(() => this.#stop());
    documents.onDidChangeContent(() => this.#schedule());
    documents.onDidClose(() => this.#schedule());
  }

  #initialize({ workspaceFolders, rootUri, initializationOptions, capabilities }: InitializeParams & WithRoot): InitializeResult {
    const folders: readonly WorkspaceFolder[] = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
    const options: unknown = initializationOptions;
    const language = languageIn(options) ?? this.#options.language;
    this.#canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#tellsFolders = capabilities.workspace?.workspaceFolders === true;
    this.#workspace = new Workspace({
      folders: folders.map(({ uri }) => uri),
      language,
      now: this.#options.now,
      asksReason: isRecord(options) && options['asksReason'] === true,
      textOf: (uri) => this.#documents.get(uri)?.getText() ?? null,
    });
    return {
      serverInfo: { name: 'kumomori', version: toolVersion() },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        executeCommandProvider: { commands: [SUPPRESS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #initialized(): void {
    if (this.#canWatch) {
      // What git or another program writes counts as well.
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    if (this.#tellsFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#workspace?.changeFolders({ added: added.map(({ uri }) => uri), removed: removed.map(({ uri }) => uri) });
        this.#schedule();
      });
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), QUIET_MS);
  }

  async #check(): Promise<void> {
    if (this.#isChecking) return this.#schedule();
    this.#isChecking = true;
    try {
      const published = await this.#workspace?.check(this.#opened());
      for (const each of published ?? []) await this.#connection.sendDiagnostics(each);
    } catch (error) {
      this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      this.#isChecking = false;
    }
  }

  async #resolve(action: CodeAction): Promise<CodeAction> {
    const resolved = (await this.#workspace?.resolve(action, this.#opened())) ?? action;
    // Editors show why an action is disabled in a list; this one was chosen already.
    if (resolved.disabled) await this.#warn(resolved.disabled.reason);
    return resolved;
  }

  #warn(message: string): Promise<void> {
    return this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  async #suppress(asked: unknown): Promise<null> {
    const edit = this.#workspace?.suppress(asked) ?? null;
    if (edit) await this.#connection.workspace.applyEdit(edit);
    else if (this.#workspace) await this.#warn(this.#workspace.texts.notSuppressed);
    return null;
  }

  /** Editors send all of their settings or those below `kumomori`; what does not name a language changes nothing. */
  #configure(settings: unknown): void {
    const language = languageIn(isRecord(settings) ? (settings['kumomori'] ?? settings) : null);
    if (language) this.#workspace?.speak(language);
    this.#schedule();
  }

  #opened(): readonly (readonly [string, string])[] {
    return this.#documents.all().map((each) => [each.uri, each.getText()] as const);
  }

  #stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function languageIn(settings: unknown): Language | null {
  const asked = isRecord(settings) ? settings['language'] : null;
  return asked === 'ja' || asked === 'en' ? asked : null;
}

/** Deprecated in the protocol, and all that some editors send. */
interface WithRoot {
  readonly rootUri?: string | null;
}
