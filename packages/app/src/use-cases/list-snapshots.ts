/** Which snapshots there are, and whether they are what was collected. */
import type { CloudProvider, Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { SnapshotProblem } from '../snapshots/index.ts';
import { findSnapshots, openNamed } from './find-snapshots.ts';

export interface SnapshotRow {
  readonly folder: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly isFinished: boolean;
  readonly accounts: readonly { readonly provider: CloudProvider; readonly account: string }[];
  readonly calls: number;
  readonly gaps: number;
  readonly redaction: 'keyed-fingerprint' | 'none' | null;
  /** Why it cannot be read. */
  readonly problem: string | null;
}

export interface SnapshotsOptions {
  readonly cwd: string;
  readonly language: Language;
}

/** Those below the folder, the oldest first. Throws AppError `snapshot-missing`. */
export function listSnapshots(folder: string, { cwd, language }: SnapshotsOptions): readonly SnapshotRow[] {
  return findSnapshots(folder, { cwd, messages: messagesIn(language) }).map(({ folder: path, snapshot, problem }) => {
    const manifest = snapshot?.manifest ?? null;
    return {
      folder: path,
      startedAt: manifest?.startedAt ?? null,
      finishedAt: manifest?.finishedAt ?? null,
      isFinished: snapshot?.isFinished ?? false,
      accounts: (snapshot?.accounts() ?? []).map(({ provider, account }) => ({ provider, account })),
      calls: Object.values(manifest?.calls ?? {}).reduce((sum, made) => sum + made, 0),
      gaps: manifest?.gaps.length ?? 0,
      redaction: manifest?.redaction ?? null,
      problem,
    };
  });
}

export interface SnapshotVerification {
  readonly folder: string;
  /** True: every file is the one that the manifest lists, and there are no others. */
  readonly isIntact: boolean;
  /** False: nothing says which files there should be. */
  readonly isSealed: boolean;
  readonly isFinished: boolean;
  readonly files: number;
  readonly problems: readonly SnapshotProblem[];
}

/** Throws AppErrors for folders that are no snapshots. O(bytes). */
export async function verifySnapshots(
  folders: readonly string[],
  { cwd, language }: SnapshotsOptions,
): Promise<readonly SnapshotVerification[]> {
  const messages = messagesIn(language);
  const results: SnapshotVerification[] = [];
  for (const folder of folders) {
    const snapshot = openNamed(folder, { cwd, messages });
    const { isSealed, files, problems } = await snapshot.verify();
    const { isFinished } = snapshot;
    results.push({ folder, isIntact: isSealed && problems.length === 0, isSealed, isFinished, files, problems });
  }
  return results;
}
