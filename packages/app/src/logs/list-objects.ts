/** Files and folders of logs → objects, in an order that depends on names alone. */
import type { Dirent, Stats } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

/** One file of logs, or standard input. Its content has not been looked at. */
export interface LogObject {
  /** As the user may find it: the path asked for, and below a folder what follows, with forward slashes. `-` is standard input. */
  readonly path: string;
  /** Absolute; null for standard input. */
  readonly file: string | null;
  /** As stored. 0 for standard input. */
  readonly sizeBytes: number;
  /** Of an object that was fetched into a file: which content it is, before anything of it is read. */
  readonly identity?: string;
  /** Of an object that was rewritten so that it can be read: what it was stored as. */
  readonly original?: { readonly sha256: string; readonly sizeBytes: number };
}

export interface ListObjectsOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Which files below a folder count, by path; default: all that are no digests or attachments of ours. Files that are named always count. */
  readonly accepts?: (path: string) => boolean;
}

const MAX_DEPTH = 64;
/** Digests of CloudTrail tell of logs and are none; nor are the answers kept beside them. */
const NO_LOG = /(?:^|\/)CloudTrail-Digest\/|\.head\.json$/;

/**
 * Lists lazily, folder by folder, so that millions of objects take no memory. Names that begin with a dot are left out; links below a
 * folder are not followed and are reported, so that a folder from elsewhere reaches nothing outside of it. A path that is given twice gives its
 * objects twice. Throws AppError `target-missing` before anything is listed.
 */
export function* listObjects(paths: readonly string[], options: ListObjectsOptions): Generator<LogObject> {
  const roots = paths.map((path) => ({ path, file: resolve(options.cwd, path), status: path === '-' ? null : statusOf(path, options) }));
  for (const { path, file, status } of roots) {
    if (status === null) yield { path, file: null, sizeBytes: 0 };
    else if (status.isDirectory()) yield* below({ path: path.replace(/\/+$/, ''), folder: file, depth: 0 }, options);
    else yield { path, file, sizeBytes: status.size };
  }
}

function statusOf(path: string, { cwd, messages }: ListObjectsOptions): Stats {
  const status = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (!status) throw new AppError('target-missing', { message: messages.logs.missing(path) });
  return status;
}

interface Place {
  readonly path: string;
  readonly folder: string;
  readonly depth: number;
}

function* below({ path, folder, depth }: Place, options: ListObjectsOptions): Generator<LogObject> {
  const { messages, report, accepts = (each) => !NO_LOG.test(each) } = options;
  const warn = (file: string, code: string, message: string): void =>
    report({ severity: 'warning', file, line: null, column: null, code, message });
  if (depth > MAX_DEPTH) return warn(path, 'limit', messages.logs.tooDeep);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return warn(path, 'events-unreadable', messages.logs.faults.unreadable);
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const inner = { path: `${path}/${entry.name}`, folder: join(folder, entry.name), depth: depth + 1 };
    if (entry.isDirectory()) yield* below(inner, options);
    else if (!accepts(inner.path)) continue;
    else if (entry.isSymbolicLink()) warn(inner.path, 'outside-root', messages.logs.link);
    else if (entry.isFile()) {
      const status = statSync(inner.folder, { throwIfNoEntry: false });
      if (status) yield { path: inner.path, file: inner.folder, sizeBytes: status.size };
    }
  }
}
