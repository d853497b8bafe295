/** Lists the files of a folder: bounded, without loops, never outside of the folder. */
import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface WalkProblem {
  readonly kind: 'unreadable' | 'broken-link' | 'outside' | 'too-deep' | 'too-many';
  /** Relative to the folder. */
  readonly path: string;
}

export interface Walked {
  /** Relative to the folder, with forward slashes, sorted by code unit. */
  readonly paths: readonly string[];
  /** Those of them that are reached through a link. */
  readonly linked: ReadonlySet<string>;
  readonly problems: readonly WalkProblem[];
}

const VERSION_CONTROL = new Set(['.git', '.hg', '.svn']);
const IGNORED = new Set([...VERSION_CONTROL, 'node_modules']);

export interface WalkOptions {
  /** Beyond it the walk stops and says so. */
  readonly maxFiles?: number;
  readonly maxDepth?: number;
}

/**
 * Every regular file below `root`. Version control, node_modules and .terraform (but its modules) are left out. Links are followed when they
 * lead to something inside the folder; a linked folder is entered once, so that loops end. `root` must be a real path.
 */
export function walkFiles(root: string, { maxFiles = 200_000, maxDepth = 100 }: WalkOptions = {}): Walked {
  const paths: string[] = [];
  const problems: WalkProblem[] = [];
  const linkedFolders = new Set<string>();
  const linked = new Set<string>();

  const visit = (folder: string, depth: number, viaLink: boolean): boolean => {
    if (depth > maxDepth) {
      problems.push({ kind: 'too-deep', path: folder });
      return true;
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      problems.push({ kind: 'unreadable', path: folder });
      return true;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? followLink(path) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      if (kind === 'folder' && !isIgnored(path, entry.name) && !visit(path, depth + 1, viaLink || entry.isSymbolicLink())) return false;
      if (kind !== 'file' || (inTerraformData(path) && !isInstalledModule(path))) continue;
      if (paths.length >= maxFiles) {
        problems.push({ kind: 'too-many', path });
        return false;
      }
      paths.push(path);
      if (viaLink || entry.isSymbolicLink()) linked.add(path);
    }
    return true;
  };

  const followLink = (path: string): 'folder' | 'file' | 'other' => {
    try {
      const real = realpathSync(join(root, path));
      if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
        problems.push({ kind: 'outside', path });
        return 'other';
      }
      if (isPrivate(relative(root, real))) return 'other';
      const status = statSync(real);
      if (status.isFile()) return 'file';
      if (!status.isDirectory() || linkedFolders.has(real) || isAncestor(real, join(root, path))) return 'other';
      linkedFolders.add(real);
      return 'folder';
    } catch {
      problems.push({ kind: 'broken-link', path });
      return 'other';
    }
  };

  visit('', 0, false);
  return { paths: paths.sort((a, b) => (a < b ? -1 : 1)), linked, problems };
}

function isAncestor(folder: string, path: string): boolean {
  return path.startsWith(folder + sep) || folder === path;
}

function isIgnored(path: string, name: string): boolean {
  return IGNORED.has(name) || (inTerraformData(`${path}/`) && name !== '.terraform' && !isInstalledModule(`${path}/`));
}

function inTerraformData(path: string): boolean {
  return path.startsWith('.terraform/') || path.includes('/.terraform/');
}

/** What `terraform init` put there: the modules themselves and the list of them. */
function isInstalledModule(path: string): boolean {
  return path.startsWith('.terraform/modules/') || path.includes('/.terraform/modules/');
}

/**
 * What no code of the scanned folder may read: version control keeps credentials in its configuration (a CI checkout writes its token
 * there), `.terraform` those of the backend. `path` is relative to the scanned folder.
 */
export function isPrivate(path: string): boolean {
  const normal = path.split(sep).join('/');
  return (
    normal.split('/').some((name) => VERSION_CONTROL.has(name.toLowerCase())) || (inTerraformData(normal) && !isInstalledModule(normal))
  );
}
