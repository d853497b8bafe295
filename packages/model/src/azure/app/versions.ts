/** Comparing version numbers as people write them. */

/**
 * Is the version certainly older than `oldest`? `v8.0`, `~4`, `22-lts` and `8.4` count by their numbers, Java's `1.8` as 8. A text without a
 * number is no version.
 */
export function isOlderVersion(version: string, oldest: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(oldest)];
  if (a.length === 0 || b.length === 0) return false;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbersOf(version: string): readonly number[] {
  const match = /\d+(?:\.\d+)*/.exec(version.replace(/^1\.(?=\d$)/, ''));
  return match ? match[0].split('.').map(Number) : [];
}
