/** The demo's database in a new folder, from the scan of the estate to its closing. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { internetOnly } from '../../net/index.ts';
import { openStore } from '../../store/index.ts';
import { judgeSource } from '../../use-cases/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { secretKey } from '../settings/index.ts';
import type { DemoLogin } from './fill-demo.ts';
import { fillDemo } from './fill-demo.ts';

export interface MadeDemo {
  /** For `serve --data`. */
  readonly folder: string;
  readonly logins: readonly DemoLogin[];
}

/** Nobody is told anything, nothing is scanned: the story has happened. */
const NO_JOBS: Jobs = {
  start: async () => undefined,
  send: async () => undefined,
  work: async () => undefined,
  stop: async () => undefined,
};

export async function makeDemo(estate: string, now: () => Date): Promise<MadeDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-demo-'));
  const judged = join(folder, 'judged');
  mkdirSync(judged, { recursive: true });
  await judgeSource({
    ...{ targets: [estate], cwd: estate, output: judged, temporaryFolder: folder, configFile: null, paths: true },
    ...{ people: join(estate, 'people.csv'), now, onProgress: () => undefined },
  });
  const store = await openStore({ folder, url: null });
  try {
    const real = { dataFolder: folder, store, jobs: NO_JOBS, now, secretKey: secretKey(folder, null), outgoing: internetOnly };
    // A new one for each demo: whoever reads the source cannot sign in.
    const logins = await fillDemo(real, { judged, estate, password: randomBytes(12).toString('base64url') });
    return { folder, logins };
  } finally {
    await store.close();
    rmSync(judged, { recursive: true, force: true });
  }
}
