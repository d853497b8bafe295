/**
 * One process for one folder: two that open the same embedded database lose what was committed, silently (PGlite takes no lock of its own). The lock is
 * a file beside the database with the process and when that process began, so that neither a crash nor a reused process id keeps it.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const FILE = 'kumomori.lock';
const TRIES = 5;

interface Holder {
  readonly pid: number;
  /** Boot of the machine and start of the process; null where the system does not tell. */
  readonly began: string | null;
  readonly host: string;
}

export interface FolderLock {
  readonly release: () => void;
}

/** Takes the folder, which is made when it is missing. What a dead process left is taken over; a living one is returned by its id. */
export function lockFolder(folder: string): FolderLock | { readonly heldBy: number; readonly host: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  for (let tries = 0; tries < TRIES; tries++) {
    if (create(file)) return { release: () => release(file) };
    const holder = read(file);
    if (holder && isAlive(holder)) return { heldBy: holder.pid, host: holder.host };
    rmSync(file, { force: true });
  }
  const holder = read(file);
  return { heldBy: holder?.pid ?? 0, host: holder?.host ?? hostname() };
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    const holder: Holder = { pid: process.pid, began: beginningOf(process.pid), host: hostname() };
    writeSync(handle, `${JSON.stringify(holder)}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null;
    const began = 'began' in value && typeof value.began === 'string' ? value.began : null;
    return { pid: value.pid, began, host: 'host' in value && typeof value.host === 'string' ? value.host : '' };
  } catch {
    return null;
  }
}

/** A folder that several machines share: nobody can tell from here whether the other one lives, so it is believed. */
function isAlive({ pid, began, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return began === null || began === beginningOf(pid);
}

/** Field 22 of /proc/PID/stat is the start in ticks since the boot (proc(5)); the name in field 2 may hold spaces and brackets. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start === undefined ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${start}`;
  } catch {
    return null;
  }
}

function release(file: string): void {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}
