/**
 * The console. `types`: checks them, with those of the API as the routes say them now. `build`: packages/web/dist. `fresh`: builds only when something
 * is newer than the last build; what `npm start` and the demo call.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { generate } from './generate.ts';
import { writeApiClient } from './web/api-client.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WEB = join(ROOT, 'packages/web');
const BUILT = join(WEB, 'dist/index.html');
/** What the first page may weigh before anything is shown, compressed. */
const FIRST_LOAD_BYTES = 250_000;

const [what = 'build'] = process.argv.slice(2);
generate(ROOT);
if (what === 'fresh' && !isStale()) process.exit(0);
await writeApiClient();
process.exitCode =
  what === 'types' ? run('typescript/bin/tsc', ['--noEmit', '-p', WEB]) : run('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
if (what !== 'types' && process.exitCode === 0 && firstLoad() > FIRST_LOAD_BYTES) {
  console.error(`The first load of the console has ${firstLoad()} bytes compressed, at most ${FIRST_LOAD_BYTES} are allowed.`);
  process.exitCode = 1;
}

function run(tool: string, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], { cwd: WEB, stdio: 'inherit' });
  return status ?? 1;
}

function isStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const built = statSync(BUILT).mtimeMs;
  const sources = [join(WEB, 'src'), join(WEB, 'public'), join(ROOT, 'packages/app/src/server/http')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  );
  return [...sources, join(WEB, 'index.html'), join(WEB, 'vite.config.js'), join(ROOT, 'package-lock.json')].some(
    (file) => statSync(file).mtimeMs > built,
  );
}

/** The page and all that it names, gzipped: what a browser needs before it shows anything. */
function firstLoad(): number {
  const html = readFileSync(BUILT, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/gu)].flatMap(([, file]) => file ?? []);
  return ['index.html', ...named].reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, 'dist', file))).length, 0);
}
