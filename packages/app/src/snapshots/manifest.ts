/** `manifest.json`: what was collected, by whom, when, and the hash of every file. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SnapshotManifest } from '@kumomori/model';
import { cloudProviders } from '@kumomori/model';
import { z } from 'zod';
import { SnapshotError, systemCode, writeError } from './errors.ts';
import { isRawPath } from './names.ts';

export const MANIFEST = 'manifest.json';
/** A million files have about 200 MB of paths and hashes. */
const MAX_BYTES = 256 * 1024 * 1024;

const provider = z.enum(cloudProviders);
const texts = z.array(z.string());

/** Unknown keys are let through: a newer version may add some. */
const schema = z.object({
  schemaVersion: z.literal('1'),
  tool: z.object({ name: z.string(), version: z.string() }),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  principals: z.array(z.object({ provider, principal: z.string() })),
  scopes: z.array(z.object({ provider, account: z.string(), regions: texts })),
  calls: z.record(z.string(), z.number().int().nonnegative()),
  gaps: z.array(z.object({ scope: z.string(), operation: z.string(), reason: z.string(), permission: z.string().nullable() })),
  redaction: z.enum(['keyed-fingerprint', 'none']),
  basedOn: z
    .object({ startedAt: z.string(), manifest: z.string(), by: z.enum(['events', 'answers']), changes: z.number().int().nonnegative() })
    .optional(),
  files: z.record(z.string().refine(isRawPath, 'a path outside of raw/'), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Null when there is none: a collection that was killed, or answers that somebody else put there. Throws SnapshotError. */
export function readManifest(folder: string): SnapshotManifest | null {
  const path = join(folder, MANIFEST);
  const text = readText(path);
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SnapshotError('manifest-invalid', path, { cause });
  }
  const version = typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : null;
  if (typeof version === 'string' && /^[2-9]\d*$/.test(version)) throw new SnapshotError('manifest-newer', path, { detail: version });
  const read = schema.safeParse(json);
  if (read.success) {
    const { basedOn, ...data } = read.data;
    return { ...data, ...(basedOn && { basedOn }) };
  }
  const [issue] = read.error.issues;
  throw new SnapshotError('manifest-invalid', path, { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}

/** SHA-256 of the manifest as it lies there. Throws SnapshotError. */
export function manifestHash(folder: string): string {
  return createHash('sha256')
    .update(readText(join(folder, MANIFEST)) ?? '')
    .digest('hex');
}

function readText(path: string): string | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw new SnapshotError('read-failed', path, { cause });
  }
  try {
    if (fstatSync(descriptor).size > MAX_BYTES) throw new SnapshotError('manifest-invalid', path, { detail: 'larger than 256 MiB' });
    return readFileSync(descriptor, 'utf8');
  } catch (cause) {
    throw cause instanceof SnapshotError ? cause : new SnapshotError('read-failed', path, { cause });
  } finally {
    closeSync(descriptor);
  }
}

/** Replaces the manifest as a whole: after a crash there is the old or the new one. Returns its SHA-256. Throws SnapshotError. */
export function writeManifest(folder: string, manifest: SnapshotManifest): string {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeWhole(join(folder, MANIFEST), text);
  return createHash('sha256').update(text).digest('hex');
}

/** Writes a private file next to its place, forces it to the disk and moves it there. Throws SnapshotError. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (cause) {
    rmSync(draft, { force: true });
    throw writeError(path, cause);
  }
}

/** Windows cannot open folders; there the rename has to do. */
function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // Not every file system can; the file itself is on the disk.
  } finally {
    closeSync(descriptor);
  }
}
