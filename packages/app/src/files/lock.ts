/** A file that says who works in a folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

export type Lock =
  | { readonly kind: 'taken'; readonly release: () => void }
  /** `holder`: process and machine. */
  | { readonly kind: 'held'; readonly holder: string };

/** Makes the file, or says who holds it. What a killed process left is taken over. Throws what the system says when it cannot be written. */
export function takeLock(path: string): Lock {
  let holder = '';
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, `${process.pid} ${hostname()}\n`, { flag: 'wx', mode: 0o600 });
      return { kind: 'taken', release: () => rmSync(path, { force: true }) };
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause;
      holder = holderOf(path);
      if (isAlive(holder)) return { kind: 'held', holder };
      rmSync(path, { force: true });
    }
  }
  return { kind: 'held', holder };
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
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
