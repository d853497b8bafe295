/** One collection at a time in a folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SnapshotError, systemCode, writeError } from './errors.ts';

export const LOCK = '.lock';

/** Takes the folder; the result gives it back. What a killed process left is taken over. Throws SnapshotError `in-use`. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  for (const isLast of [false, true]) {
    try {
      writeFileSync(path, `${process.pid} ${hostname()}\n`, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (cause) {
      if (systemCode(cause) !== 'EEXIST') throw writeError(path, cause);
      const holder = holderOf(path);
      if (isLast || isAlive(holder)) throw new SnapshotError('in-use', folder, { detail: holder, cause });
      rmSync(path, { force: true });
    }
  }
  throw new SnapshotError('in-use', folder);
}

function holderOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().slice(0, 300);
  } catch {
    return '';
  }
}

/** A process of another machine counts as alive: nobody here can tell. */
function isAlive(holder: string): boolean {
  const [pid = '', host = ''] = holder.split(' ');
  if (!/^\d{1,10}$/.test(pid)) return false;
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
