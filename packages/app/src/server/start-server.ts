/** `kumomori serve`: opens the database, listens, and ends in order. */
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Team } from '../team/index.ts';
import { openJobs, openSetUp, openStore, openTeam, secretKey, startDuties, startWorker } from '../team/index.ts';
import { messagesIn } from '../use-cases/index.ts';
import type { ServerLog } from './http/index.ts';
import { createApp, openStaticFiles, routes } from './http/index.ts';

/** Open requests get this long to end. */
const GRACE_MS = 10_000;
/** Scans at once. */
const PARALLEL = 2;

export interface StartServerOptions {
  /** Folder of the embedded database. */
  readonly folder: string;
  /** postgres://… instead. */
  readonly databaseUrl: string | null;
  /** 32 bytes in base64 that seal the secrets of settings; null: `secret.key` in the folder. */
  readonly secretKey: string | null;
  /** Where requests to addresses of settings may go. */
  readonly outgoing: Team['outgoing'];
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where people reach it; null: host and port. */
  readonly url: string | null;
  /** The console's files. */
  readonly consoleFolder: string;
  readonly language: Language;
  readonly now: () => Date;
  readonly log: ServerLog;
}

export interface RunningServer {
  readonly url: string;
  /** For the first administrator; null when there is one. */
  readonly setUpUrl: string | null;
  readonly team: Team;
  readonly stop: () => Promise<void>;
}

export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const { server: texts } = messagesIn(options.language);
  const store = await openStore({ url: options.databaseUrl, folder: options.folder, occupied: texts.occupied });
  const jobs = openJobs(store, (error) => options.log.error('queue', { error: error.message }));
  const team = openTeam({
    ...{ store, jobs, now: options.now, outgoing: options.outgoing, dataFolder: options.folder },
    secretKey: secretKey(options.folder, options.secretKey),
  });
  try {
    await jobs.start();
    const stopRuns = await startWorker(team, { dataFolder: options.folder, parallel: PARALLEL });
    const listening = await listen(options, (origin) =>
      createApp({ team, origin, routes, files: openStaticFiles(options.consoleFolder), log: options.log }),
    );
    const secret = await openSetUp(team);
    const url = options.url ?? listening.url;
    const stopDuties = await startDuties(team, {
      ...{ consoleUrl: url, random: Math.random },
      onError: (error) => options.log.error('duties', { error: error instanceof Error ? error.message : String(error) }),
    });
    return {
      ...{ url, team, setUpUrl: secret === null ? null : `${url}/set-up#${secret}` },
      stop: async () => {
        await listening.close();
        stopRuns();
        await stopDuties();
        await jobs.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function listen(
  { host, port, url, language }: StartServerOptions,
  appAt: (origin: string) => ReturnType<typeof createApp>,
): Promise<Listening> {
  const { getRequestListener } = await import('@hono/node-server');
  const { createServer } = await import('node:http');
  let handle: ReturnType<typeof getRequestListener> | null = null;
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => void handle?.(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new AppError('usage', { message: messagesIn(language).server.portTaken(port), cause: error }) : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
  const app = appAt(url ?? own);
  // Its own Request and Response would take the place of Node's everywhere: collectors and clients of the clouds know those only.
  const settings = { overrideGlobalObjects: false };
  handle = getRequestListener((request, env) => {
    const incoming = 'incoming' in env ? env.incoming : null;
    return app.fetch(request, { address: incoming?.socket.remoteAddress ?? null });
  }, settings);
  return {
    url: own,
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
