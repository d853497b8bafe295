/** Path patterns of kumomori.yaml mean paths from where it lies, and paths from the TARGET too: the same when it lies in the TARGET. */
import { relative, sep } from 'node:path';
import { matchesPath } from '@kumomori/model';

/** True when one of the patterns covers the path, which is relative to a TARGET. */
export type PathMatcher = (patterns: readonly string[], path: string) => boolean;

/** Both folders absolute; `configFolder` null: no configuration file. */
export function pathMatcher(targetFolder: string, configFolder: string | null): PathMatcher {
  const below = configFolder === null ? '' : relative(configFolder, targetFolder).split(sep).join('/');
  const prefix = below === '' || below.startsWith('..') ? null : below;
  return (patterns, path) =>
    patterns.some((pattern) => matchesPath(pattern, path) || (prefix !== null && matchesPath(pattern, `${prefix}/${path}`)));
}

/** True when `inner` is the folder or lies in it. */
export function coversFolder(folder: string, inner: string): boolean {
  const path = relative(folder, inner);
  return path === '' || (!path.startsWith('..') && path !== inner);
}
