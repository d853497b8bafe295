/** Wildcards for ids, addresses and paths. Hand-written because patterns are foreign input: linear memory, no regular expressions. */

/** Longer than any name or path that people write; keeps the product of both lengths small. */
const MAX_LENGTH = 2000;

/**
 * `*` stands for any text, `?` for one character, everything else (brackets too) for itself. Beyond 2,000 characters only `*` matches.
 * O(pattern · text).
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  if (pattern.length > MAX_LENGTH || text.length > MAX_LENGTH) return false;
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[index])) {
      at++;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/**
 * Path patterns as in .gitignore-like files: `*` and `?` stay within one folder, `**` spans folders, a pattern that names a folder covers
 * what is in it. Paths use forward slashes. O(pattern segments · path segments).
 */
export function matchesPath(pattern: string, path: string): boolean {
  // A match of the first segments is a match of a folder, hence of all below it.
  return reachOf(pattern, path).some((isReached, index) => isReached && index > 0);
}

/** The same without the last: the pattern has to fit all of the path. */
export function matchesWholePath(pattern: string, path: string): boolean {
  return reachOf(pattern, path).at(-1) === true;
}

/** For each number of the path's first segments whether the pattern fits exactly these. */
function reachOf(pattern: string, path: string): readonly boolean[] {
  const wanted = pattern.replace(/^\.\//, '').replace(/\/+$/, '').split('/');
  const given = path.split('/');
  // reach[j]: the pattern segments so far can match the first j segments of the path.
  let reach = Array.from({ length: given.length + 1 }, (_, index) => index === 0);
  for (const segment of wanted) {
    const next = Array.from({ length: given.length + 1 }, () => false);
    let any = false;
    for (let j = 0; j <= given.length; j++) {
      any ||= reach[j] === true;
      if (segment === '**') next[j] = any;
      else if (reach[j] === true && j < given.length && matchesWildcard(segment, given[j] ?? '')) next[j + 1] = true;
    }
    reach = next;
  }
  return reach;
}

export function isPattern(text: string): boolean {
  return text.includes('*') || text.includes('?');
}
