/** moto (PyPI), an AWS API server, started for the tests. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** Path of the program; CI installs it into a virtual environment. */
const PROGRAM = process.env['KUMOMORI_TEST_MOTO'] ?? '';

export const skipWithoutMoto =
  PROGRAM === '' ? 'set KUMOMORI_TEST_MOTO to the path of moto_server (pip install "moto[server]==5.2.2") to run it' : false;

export interface Moto {
  readonly endpoint: string;
  /** What it was asked for and has not, as it calls them: `list_web_acls`. */
  readonly lacking: ReadonlySet<string>;
  stop(): void;
}

/** Throws when it does not answer within a minute. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const server = spawn(PROGRAM, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Hundreds of images that nobody here made.
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: 'false', MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const lacking = new Set<string>();
  createInterface({ input: server.stderr }).on('line', (line) => {
    const action = /NotImplementedError: The (\w+) action has not been implemented/.exec(line)?.[1];
    if (action !== undefined) lacking.add(action);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 240; tries += 1) {
    if (server.exitCode !== null) throw new Error(`moto_server ended with ${server.exitCode}`);
    try {
      await fetch(`${endpoint}/moto-api/`);
      return { endpoint, lacking, stop: () => void server.kill() };
    } catch {
      await sleep(250);
    }
  }
  server.kill();
  throw new Error('moto_server does not answer');
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return await promise;
}
