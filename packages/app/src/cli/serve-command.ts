/** `kumomori serve` */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../data-folder.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliContext } from './program.ts';

const PORT = 7420;

interface ServeOptions {
  readonly data?: string;
  readonly database?: string;
  readonly port: number;
  readonly host: string;
  readonly url?: string;
}

export function addServeCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.server;
  const command = program.subcommand('serve');
  command
    .description(texts.description)
    .option('--data <DIR>', texts.options.data)
    .option('--database <URL>', texts.options.database)
    .option('--port <PORT>', texts.options.port, portOf, PORT)
    .option('--host <ADDRESS>', texts.options.host, '127.0.0.1')
    .option('--url <URL>', texts.options.url, urlOf);
  addLanguageOption(command, messages);
  command.action(async (options: ServeOptions) => {
    const { startServer } = await import('../server/index.ts');
    const { variables, now, stderr, stdout } = environment;
    const server = await startServer({
      folder: options.data ?? join(dataFolder(variables), 'server'),
      databaseUrl: options.database ?? variables['KUMOMORI_DATABASE_URL'] ?? null,
      secretKey: variables['KUMOMORI_SECRET_KEY'] ?? null,
      outgoing: outgoingOf(variables),
      ...{ host: options.host, port: options.port, url: options.url ?? null, language, now },
      consoleFolder: consoleFolder(),
      log: jsonLog((line) => stderr.write(line), now),
    });
    stdout.write(`${texts.listening(server.url)}\n`);
    if (server.setUpUrl !== null) stdout.write(`${texts.setUp(server.setUpUrl)}\n`);
    await interrupted(context);
    await server.stop();
    stdout.write(`${texts.stopped}\n`);
  });

  function portOf(value: string): number {
    const port = Number(value);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw usage(texts.badPort(value));
    return port;
  }

  function urlOf(value: string): string {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw usage(texts.badUrl(value));
    return url.origin;
  }
}

/** `KUMOMORI_OUTGOING_ALLOW=jira.example.com,10.0.0.0/8`: hosts of the own network; `KUMOMORI_OUTGOING_HTTP=yes`: without TLS as well. */
function outgoingOf(variables: Readonly<Record<string, string | undefined>>) {
  const allow = (variables['KUMOMORI_OUTGOING_ALLOW'] ?? '').split(',').map((each) => each.trim());
  return { allowHttp: variables['KUMOMORI_OUTGOING_HTTP'] === 'yes', allow: allow.filter((each) => each !== '') };
}

/** Beside the bundle in the published package, in its workspace in the repository. */
function consoleFolder(): string {
  const packaged = fileURLToPath(new URL('../console/', import.meta.url));
  return existsSync(packaged) ? packaged : fileURLToPath(new URL('../../../web/dist/', import.meta.url));
}

function interrupted({ environment }: CliContext): Promise<void> {
  return new Promise((resolve) => {
    environment.signal?.addEventListener('abort', () => resolve(), { once: true });
    environment.onInterrupt?.(resolve);
  });
}

function jsonLog(write: (line: string) => void, now: () => Date) {
  const line = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void =>
    write(`${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`);
  return {
    info: (message: string, fields?: Readonly<Record<string, unknown>>) => line('info', message, fields),
    error: (message: string, fields?: Readonly<Record<string, unknown>>) => line('error', message, fields),
  };
}
