/** `--watch`: runs again when files change. */
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { plain } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';

/** Editors write a file in several steps; the last one counts. */
const QUIET_MS = 200;
const INTERESTING = /\.(?:tf|tofu|tfvars|json|ya?ml|tpl|tmpl)$/;

/** Calls `rerun` after each burst of changes, one at a time, until the signal of the environment. What the user has to correct is said. */
export async function watchFolders(
  targets: readonly string[],
  { cwd, signal, stderr }: CliEnvironment,
  rerun: () => Promise<void>,
): Promise<void> {
  const { promise, resolve: stop } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return schedule();
    running = true;
    try {
      await rerun();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      stderr.write(`kumomori: ${plain(error.message)}\n`);
    } finally {
      running = false;
    }
  };
  const schedule = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  const watchers: readonly FSWatcher[] = targets.map((target) =>
    watch(resolve(cwd, target), { recursive: true }, (_event, name) => {
      if (name === null || INTERESTING.test(name)) schedule();
    }),
  );
  signal?.addEventListener('abort', () => stop(), { once: true });
  await promise;
  if (timer) clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
}
