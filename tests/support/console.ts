/** The console as people use it: `kumomori serve` on an empty folder, a small estate looked at, and Chromium. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const ADMIN = { email: 'admin@example.com', name: 'Admin', password: 'correct horse battery', language: 'en' } as const;

export interface RunningConsole {
  readonly url: string;
  /** A folder for code that is looked at. */
  readonly folder: string;
  /** As the administrator, below /api/v1. Throws on refusals. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Built and started; the administrator is signed up, nothing is watched yet. */
export async function startConsole(): Promise<RunningConsole> {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/web.ts'), 'fresh'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the console cannot be built: ${built.stderr}`);
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-console-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'packages/app/src/cli/main.ts'), 'serve', '--data', join(folder, 'data'), '--port', '0', '--lang', 'en'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const secret = await new Promise<{ readonly url: string; readonly secret: string }>((resolve, reject) => {
    let out = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const link = /(http:\/\/[^\s/]+)\/set-up#(\S+)/u.exec(out);
      if (link?.[1] !== undefined && link[2] !== undefined) resolve({ url: link[1], secret: link[2] });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)));
  });
  const { url } = secret;
  let cookie = '';
  const ask: RunningConsole['ask'] = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { origin: url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  await ask('POST', '/set-up', { ...ADMIN, secret: secret.secret });
  return {
    ...{ url, folder, ask },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Looks at code in files and waits for the result. The id of the source. */
export async function lookAt(server: RunningConsole, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(server.folder, 'code');
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  const id = textIn(
    await server.ask('POST', '/sources', {
      ...{ kind: 'code', name: 'payments', settings: { path }, schedule: null, departmentId: null, enabled: true },
    }),
    'id',
  );
  await server.ask('POST', `/sources/${id}/runs`);
  for (;;) {
    const { runs } = (await server.ask('GET', `/runs?source=${id}&limit=1`)) as {
      readonly runs: readonly { readonly state: string; readonly error: string | null }[];
    };
    const run = runs[0];
    if (run?.state === 'done') return id;
    if (run?.state === 'failed') throw new Error(`the scan failed: ${run.error}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

export function textIn(answer: unknown, name: string): string {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof value !== 'string') throw new Error(`no ${name} in ${JSON.stringify(answer)}`);
  return value;
}

/** `chromium` of the path, or that of KUMOMORI_CHROMIUM. */
export function openBrowser(): Promise<Browser> {
  const named = process.env['KUMOMORI_CHROMIUM'] ?? spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
  return chromium.launch({ executablePath: named, args: ['--no-sandbox', '--disable-gpu'] });
}
