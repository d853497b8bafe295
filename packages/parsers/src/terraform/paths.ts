/** Paths relative to the TARGET, with forward slashes; `''` is the TARGET itself. Pure text, nothing is looked up. */

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function joinPath(dir: string, name: string): string {
  return dir === '' ? name : `${dir}/${name}`;
}

/** `path` seen from `dir`, with `.` and `..` resolved; null when it leads out of the TARGET. */
export function resolvePath(dir: string, path: string): string | null {
  const parts = dir === '' ? [] : dir.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** How to write `path` from inside `dir`: `.`, `modules/logs`, `../shared`. */
export function relativePath(dir: string, path: string): string {
  const from = dir === '' ? [] : dir.split('/');
  const to = path === '' ? [] : path.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  const parts = [...from.slice(same).map(() => '..'), ...to.slice(same)];
  return parts.length === 0 ? '.' : parts.join('/');
}
