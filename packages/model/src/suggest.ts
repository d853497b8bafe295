/** Spelling help: the candidate nearest to a word. */

const MAX_LENGTH = 100;

/** The candidate that differs least from `word`, or null when none is near (more than a third of the letters differ). O(candidates · length²). */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase().slice(0, MAX_LENGTH);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const text = candidate.toLowerCase().slice(0, MAX_LENGTH);
    if (Math.abs(text.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, text);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbors (optimal string alignment distance). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
