/** Which lines of CODEOWNERS speak about a file. */
import { matchesPath, matchesWholePath } from '@kumomori/model';
import type { CodeOwners, CodeOwnersDialect, CodeOwnersEntry, CodeOwnersSection } from './codeowners.ts';

export interface PathOwners {
  /** Without repetition, in the order of the file. Empty: nobody. */
  readonly owners: readonly string[];
  /** The deciding line of each section that has one. */
  readonly entries: readonly (CodeOwnersEntry & { readonly section: string | null })[];
}

/** Of each section the last line that fits; GitLab's sections add up. `path` from the root of the repository. O(lines · path). */
export function ownersOfPath({ dialect, sections }: CodeOwners, path: string): PathOwners {
  const file = path.replace(/^\.?\//, '');
  const entries = sections.flatMap((section) => {
    const entry = decidingEntry(section, file, dialect);
    return entry ? [{ ...entry, section: section.name }] : [];
  });
  return { owners: [...new Set(entries.flatMap(({ owners }) => owners))], entries };
}

function decidingEntry({ entries }: CodeOwnersSection, file: string, dialect: CodeOwnersDialect): CodeOwnersEntry | undefined {
  const fits = dialect === 'github' ? fitsGitHub : fitsGitLab;
  const excluded = entries.find(({ isExclusion, pattern }) => isExclusion && fits(pattern, file));
  return excluded ?? entries.findLast(({ pattern }) => fits(pattern, file));
}

/**
 * As in .gitignore: with a slash that is not the last character it starts at the root, otherwise it fits at any depth; a folder covers what
 * is in it. Unlike there, `docs/*` does not reach into folders below `docs`.
 */
function fitsGitHub(pattern: string, file: string): boolean {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const body = pattern.replace(/^\//, '');
  const anchored = isAnchored || pattern === '/' ? body : `**/${body}`;
  if (body === '') return true;
  if (body.endsWith('/')) return matchesPath(`${anchored}*`, file);
  return isAnchored && /(?:^|\/)\*$/.test(body) ? matchesWholePath(anchored, file) : matchesPath(anchored, file);
}

/**
 * As Ruby's `File.fnmatch` with FNM_PATHNAME: without a slash at its begin it fits at any depth, with one at its end all that is below; a name
 * alone is no folder. `**` at the end is `*`.
 */
function fitsGitLab(pattern: string, file: string): boolean {
  const rooted = pattern.startsWith('/') ? pattern.slice(1) : `**/${pattern}`;
  if (rooted.endsWith('/') || rooted === '') return matchesWholePath(`${rooted}**/*`, file);
  return matchesWholePath(rooted.replace(/(^|\/)\*\*$/, '$1*'), file);
}
