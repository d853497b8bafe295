/** A finished snapshot that a new collection goes on from: what cannot have changed is shared with it, file by file or answer by answer. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Changes, Earlier } from '@kumomori/collectors';
import type { BasedOn, CallPlace, CloudProvider, CoverageGap, SnapshotManifest } from '@kumomori/model';
import { Answered } from './answered.ts';
import { SnapshotError, systemCode, writeError } from './errors.ts';
import { accountsIn, rawFiles } from './folder.ts';
import { manifestHash, readManifest } from './manifest.ts';
import { isProvider, placeOf } from './names.ts';

export interface Base {
  /** For the collector. */
  readonly earlier: Earlier;
  readonly basedOn: BasedOn;
  readonly scopes: SnapshotManifest['scopes'];
  /** Of what is taken over as it is. */
  readonly gaps: readonly CoverageGap[];
  /** Puts the files whose answers cannot have changed into a folder: as links where the disk can, as copies elsewhere. SHA-256 by path. Throws SnapshotError. */
  takeOver(into: string): Readonly<Record<string, string>>;
}

export interface BaseOptions {
  readonly provider: CloudProvider;
  /** Null: no audit events say what changed. */
  readonly changes: Changes | null;
  readonly redaction: SnapshotManifest['redaction'];
}

/** Throws SnapshotError `missing`, `base-unusable`, `redaction-differs`, and for manifests that cannot be read. */
export function openBase(folder: string, { provider, changes, redaction }: BaseOptions): Base {
  const manifest = readManifest(folder);
  const accounts = accountsIn(folder).filter((each) => each.provider === provider);
  if (!manifest) throw new SnapshotError('missing', folder);
  if (manifest.finishedAt === null || accounts.length === 0) throw new SnapshotError('base-unusable', folder);
  if (manifest.redaction !== redaction) throw new SnapshotError('redaction-differs', folder, { detail: manifest.redaction });
  const answered = new Answered(folder);
  const isTaken = (place: CallPlace): boolean => place.provider === provider && changes !== null && !changes.touches(place);
  return {
    earlier: {
      find: (place, request) => answered.find(place, request),
      records: (place) => answered.records(place),
      isTaken,
      changes,
      accounts: accounts.map(({ account }) => account),
    },
    basedOn: {
      startedAt: manifest.startedAt,
      manifest: manifestHash(folder),
      by: changes ? 'events' : 'answers',
      changes: changes?.told.changes ?? 0,
    },
    scopes: manifest.scopes.filter((each) => each.provider === provider),
    gaps: manifest.gaps.filter((gap) => isOfTaken(gap, isTaken)),
    takeOver: (into) => takeOver({ folder, into, files: manifest.files }, isTaken),
  };
}

function isOfTaken({ scope, operation }: CoverageGap, isTaken: (place: CallPlace) => boolean): boolean {
  const [provider, account, region, service, ...rest] = scope.split(':');
  if (!isProvider(provider) || account === undefined || region === undefined || service === undefined || rest.length > 0) return false;
  return isTaken({ provider, account, region, service, operation });
}

interface Taking {
  readonly folder: string;
  readonly into: string;
  readonly files: Readonly<Record<string, string>>;
}

function takeOver({ folder, into, files }: Taking, isTaken: (place: CallPlace) => boolean): Readonly<Record<string, string>> {
  const taken: Record<string, string> = {};
  for (const { path, isOther } of rawFiles(folder)) {
    const place = placeOf(path);
    const hash = files[path];
    if (isOther || !place || hash === undefined || !isTaken(place)) continue;
    const [from, to] = [join(folder, path), join(into, path)];
    try {
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      if (share(from, to)) taken[path] = hash;
    } catch (cause) {
      throw writeError(to, cause);
    }
  }
  return taken;
}

/** False when answers lie there already: of something that the earlier collection did not know. Both are kept, the later ones behind. */
function share(from: string, to: string): boolean {
  if (existsSync(to)) {
    // A collection that was stopped has shared it already.
    const old = readFileSync(from);
    const present = readFileSync(to);
    if (present.equals(old)) return true;
    if (present.subarray(0, old.length).equals(old)) return false;
    const draft = `${to}.tmp`;
    writeFileSync(draft, Buffer.concat([old, present]), { mode: 0o600 });
    renameSync(draft, to);
    return false;
  }
  try {
    linkSync(from, to);
  } catch (cause) {
    // Another disk, one without links, or too many of them.
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(cause))) throw cause;
    copyFileSync(from, to);
  }
  return true;
}
