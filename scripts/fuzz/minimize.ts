/** Makes a failing input smaller while it still fails in the same way. */
import type { Files } from './programs.ts';

const MAX_TRIALS = 1500;

/** Drops files, then ever smaller pieces of text (delta debugging). Deterministic; at most MAX_TRIALS calls of `fails`. */
export function minimize(files: Files, fails: (files: Files) => boolean): Files {
  let best = files;
  let trials = 0;
  const accept = (candidate: Files): boolean => {
    if (trials++ >= MAX_TRIALS || !fails(candidate)) return false;
    best = candidate;
    return true;
  };
  for (const path of files.keys()) accept(new Map([...best].filter(([other]) => other !== path)));
  for (const path of best.keys()) {
    let text = best.get(path) ?? '';
    for (const size of halvings(text.length)) {
      for (let at = 0; at < text.length;) {
        const shorter = text.slice(0, at) + text.slice(at + size);
        if (accept(new Map(best).set(path, shorter))) text = shorter;
        else at += size;
      }
    }
  }
  return best;
}

function halvings(length: number): readonly number[] {
  const sizes: number[] = [];
  for (let size = Math.ceil(length / 2); size > 1; size = Math.ceil(size / 2)) sizes.push(size);
  return [...sizes, 1];
}
