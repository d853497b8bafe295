/** A downloaded tree begins somewhere in the bucket, or holds the bucket's name as a folder: what to add to or take from its paths to get keys. */
import type { Digest } from './digest.ts';

export interface Alignment {
  /** Path in the tree → key in the bucket; null for what lies outside. */
  keyOf(path: string): string | null;
}

/** `digests`: paths in the tree with what the digest there says of itself. Most agree; one that was moved does not change the rest. */
export function alignmentOf(digests: ReadonlyMap<string, Digest>): Alignment {
  const votes = new Map<string, number>();
  for (const [path, { key }] of digests) {
    const vote = voteOf(path, key);
    if (vote !== null) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
  const isMissing = best?.[0].startsWith('+') === true;
  const prefix = best?.[0].slice(1) ?? '';
  if (isMissing) return { keyOf: (path) => `${prefix}${path}` };
  return { keyOf: (path) => (path.startsWith(prefix) ? path.slice(prefix.length) : null) };
}

/** `+a/b/`: the tree lacks the beginning of the key. `-a/b/`: the tree has folders before it. */
function voteOf(path: string, key: string): string | null {
  if (key === path) return '+';
  if (key.endsWith(`/${path}`)) return `+${key.slice(0, key.length - path.length)}`;
  if (path.endsWith(`/${key}`)) return `-${path.slice(0, path.length - key.length)}`;
  return null;
}
