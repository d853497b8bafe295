/** Where on this machine what a source holds can be read now, without cloning or collecting anything. */
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { SourceKind } from '../../store/index.ts';

export interface FolderSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Null: it was not looked at yet, or its files lie elsewhere. */
export function folderOf({ id, kind, settings }: FolderSource, dataFolder: string | null): string | null {
  const path = typeof settings['path'] === 'string' ? settings['path'] : '';
  if (kind === 'snapshot' || kind === 'logs' || (kind === 'code' && isAbsolute(path))) return existing(path);
  if (dataFolder === null) return null;
  if (kind === 'code') return existing(join(dataFolder, 'repositories', id));
  const snapshots = join(dataFolder, 'snapshots', id);
  const newest = existing(snapshots) === null ? undefined : readdirSync(snapshots).toSorted().at(-1);
  return newest === undefined ? null : join(snapshots, newest);
}

function existing(path: string): string | null {
  return path !== '' && existsSync(path) ? path : null;
}
