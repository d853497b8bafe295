/** An empty embedded database with all tables, kept as one file: to unpack it costs a quarter of what making it costs. For tests, which begin with it often. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from './migrations/index.ts';

/** The file of these migrations and of this release of the database. */
export function templateFile(folder: string): string {
  const { size } = statSync(fileURLToPath(import.meta.resolve('@electric-sql/pglite')));
  const hash = createHash('sha256')
    .update(JSON.stringify([size, MIGRATIONS]))
    .digest('hex')
    .slice(0, 16);
  return join(folder, `store-${hash}.tar`);
}

/** Null when it has to be made. */
export function readTemplate(file: string): Blob | null {
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    return null;
  }
}

/** Those of other tables go. Several processes may write it at once: each writes its own, the last one stays. */
export async function writeTemplate(file: string, dump: Blob): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  try {
    for (const old of readdirSync(dirname(file))) if (/^store-\w+\.tar$/u.test(old)) rmSync(join(dirname(file), old), { force: true });
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}
