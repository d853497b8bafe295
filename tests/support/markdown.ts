/** Links and paths in Markdown, as far as our own documents use it. */
import { posix } from 'node:path';

/** Targets of relative links, outside code, for which `exists` says no. Paths are resolved from `folder`, which is relative to the repository. */
export function brokenLinks(text: string, folder: string, exists: (path: string) => boolean): readonly string[] {
  const prose = text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^(?:[a-z]+:|#)/i.test(target) && !exists(posix.join(folder, target.replace(/#.*$/, ''))));
}

/** Paths in backquotes, from the root of the repository, for which `exists` says no. `*` and `<name>` mark patterns, which are not looked up. */
export function brokenPaths(text: string, exists: (path: string) => boolean): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return quoted.filter((path) => path.includes('/') && /^[\w.-]+(?:\/[\w.-]*)+$/.test(path) && !exists(path));
}
