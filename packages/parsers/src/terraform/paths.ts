/**
 * Paths relative to the TARGET, with forward slashes; `''` is the TARGET itself, `../modules/vpc` lies beside it. Pure text, nothing is
 * looked up: whether something outside of the TARGET may be read is for the file tree to say.
 */

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

/** `path` seen from `dir`, with `.` and `..` resolved; begins with `..` when it leads out of the TARGET. */
export function resolvePath(dir: string, path: string): string {
  const parts = dir === '' ? [] : dir.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || parts.length === 0 || parts.at(-1) === '..') parts.push(part);
    else parts.pop();
  }
  return parts.join('/');
}

/** True for what lies outside of the TARGET. */
export function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../');
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
