/** TARGETs of the command line → folders that can be read. */
import type { Stats } from 'node:fs';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { CloudProvider } from '@kumomori/model';
import { detectInputs } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import type { DiskTree } from '../files/index.ts';
import { emptyDiskTree, openDiskTree } from '../files/index.ts';
import type { Messages } from '../i18n/index.ts';
import { isSnapshotFolder } from '../snapshots/index.ts';
import type { AccountExport } from './account-exports.ts';
import { findExports, openExports } from './account-exports.ts';
import type { LiveTarget } from './live-target.ts';
import { openLive } from './live-target.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

export interface Target {
  /** As the user wrote it. */
  readonly path: string;
  /** The folder that is evaluated. */
  readonly folder: string;
  /** When the TARGET is a file: only findings in these are shown. */
  readonly onlyFiles: readonly string[] | null;
  readonly disk: DiskTree;
  /** What a snapshot folder holds; null for code. */
  readonly live: LiveTarget | null;
  /** Exports of accounts among the files; the tree is without them. */
  readonly exports: { readonly found: readonly AccountExport[]; readonly live: LiveTarget | null };
  /** Variable files as the evaluator wants them: relative to the folder, to a root module in it, or absolute. */
  readonly variableFiles: readonly string[];
}

export interface TargetOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly varFiles: readonly string[];
  readonly onRead: (path: string) => void;
  /** Absolute folders in which called modules may lie, beside the repository of the TARGET. */
  readonly alsoWithin: readonly string[];
  /** Texts of files that are open in an editor, by absolute path. */
  readonly opened?: ReadonlyMap<string, string>;
}

export interface TargetFolder {
  /** It holds answers of live accounts. */
  readonly isSnapshot: boolean;
  readonly path: string;
  readonly folder: string;
  readonly onlyFiles: readonly string[] | null;
}

/** By its name a file that has to be looked into: for progress only. */
export function mayBeCode(path: string): boolean {
  return /\.(?:tf|tofu|bicep|ya?ml|json|template|tfstate)$|(?:^|\/)(?:Dockerfile|Containerfile)/.test(path);
}

/** What contracts.md §1 reserves for live accounts. */
export const liveTargets: ReadonlyMap<string, CloudProvider> = new Map([
  ['aws', 'aws'],
  ['azure', 'azure'],
  ['gcp', 'gcp'],
  ['k8s', 'kubernetes'],
]);

/** Where a TARGET lies. Throws AppError `target-missing`, `target-unreadable`. */
export function locateTarget(path: string, { cwd, messages }: Pick<TargetOptions, 'cwd' | 'messages'>): TargetFolder {
  const place = resolve(cwd, path);
  const status = statusOf(place, () => new AppError('target-unreadable', { message: messages.target.denied(path) }));
  if (!status)
    throw new AppError('target-missing', { message: liveTargets.has(path) ? messages.target.live(path) : messages.target.missing(path) });
  if (status.isDirectory()) return { path, folder: place, onlyFiles: null, isSnapshot: isSnapshotFolder(place) };
  return { isSnapshot: false, path, folder: dirname(place), onlyFiles: [basename(place)] };
}

/** Files of one folder are evaluated together, and nothing is evaluated twice: what lies in another TARGET is left to that one. */
export function mergeTargets(located: readonly TargetFolder[]): readonly TargetFolder[] {
  const folders = located.filter((target) => target.onlyFiles === null).map((target) => target.folder);
  const isCovered = ({ folder, onlyFiles }: TargetFolder): boolean =>
    folders.some((other) => folder.startsWith(`${other}/`) || (onlyFiles !== null && folder === other));
  const merged = new Map<string, TargetFolder>();
  for (const target of located) {
    if (isCovered(target)) continue;
    const key = `${target.folder}\n${target.onlyFiles === null ? 'all' : 'some'}`;
    const same = merged.get(key);
    const onlyFiles = same?.onlyFiles && target.onlyFiles ? [...new Set([...same.onlyFiles, ...target.onlyFiles])] : target.onlyFiles;
    merged.set(key, same ? { ...same, onlyFiles } : target);
  }
  return [...merged.values()];
}

/** Lists the TARGET's files. Throws AppError `target-empty` for one without infrastructure code and `variable-file-missing`. */
export function openTarget(located: TargetFolder, { cwd, messages, varFiles, onRead, alsoWithin, opened }: TargetOptions): Target {
  if (located.isSnapshot)
    return {
      ...located,
      disk: emptyDiskTree(located.folder),
      live: aboutSnapshots(messages, () => openLive(located.folder)),
      exports: { found: [], live: null },
      variableFiles: [],
    };
  const alsoReadable = varFiles.map((file) => resolve(cwd, file)).filter((file) => isFile(file));
  const modulesWithin = [...repositoryOf(located.folder), ...alsoWithin.map((folder) => realpathSync(folder))];
  const { onlyFiles } = located;
  const all = openDiskTree(located.folder, { alsoReadable, modulesWithin, onRead, ...(opened && { opened }) });
  const found = findExports(all.tree, onlyFiles);
  const disk = found.length === 0 ? all : withoutExports(all, found);
  const { paths, root } = disk.tree;
  if (disk.diagnostics().some(({ code, file }) => code === 'unreadable' && file === '')) {
    throw new AppError('target-unreadable', { message: messages.target.denied(located.path) });
  }
  const inputs = detectInputs(disk.tree).filter(({ path, role }) => role === 'code' && !path.split('/').includes('.terraform'));
  if (onlyFiles !== null && ![...inputs, ...found].some(({ path }) => onlyFiles.includes(path)))
    throw new AppError('target-empty', { message: messages.target.noCodeFile(located.path) });
  if (inputs.length + found.length === 0) throw new AppError('target-empty', { message: messages.target.empty(located.path) });
  const variableFiles = varFiles.map((file) => {
    const place = resolve(cwd, file);
    if (isFile(place)) return pathFrom(root, place);
    const wanted = file.replaceAll('\\', '/').replace(/^\.\//, '');
    if (paths.some((path) => path === wanted || path.endsWith(`/${wanted}`))) return wanted;
    throw new AppError('variable-file-missing', { message: messages.target.variableFileMissing(file) });
  });
  return { ...located, disk, live: null, exports: { found, live: openExports(root, found) }, variableFiles };
}

/** They are no code, whatever they hold. */
function withoutExports(disk: DiskTree, found: readonly AccountExport[]): DiskTree {
  const exported = new Set(found.map(({ path }) => path));
  return { ...disk, tree: { ...disk.tree, paths: disk.tree.paths.filter((path) => !exported.has(path)) } };
}

/**
 * The repository that holds a folder; none when it is in none. Code of one repository is trusted or distrusted as a whole, so that
 * `environments/production` may call `modules/vpc` two folders up; beyond the repository nothing is read.
 */
function repositoryOf(folder: string): readonly string[] {
  for (let place = realpathSync(folder); ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return [place];
    if (place === dirname(place)) return [];
  }
}

function statusOf(place: string, denied: () => AppError): Stats | undefined {
  try {
    return statSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) throw denied();
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

/** Relative with forward slashes when it lies inside, else absolute. */
function pathFrom(root: string, place: string): string {
  const inside = relative(root, realpathSync(place));
  return inside.startsWith('..') || isAbsolute(inside) ? place : inside.split(sep).join('/');
}
