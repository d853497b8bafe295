/** What differs between two snapshots, by account: the resources that have to be judged again. */
import type { CodeRoot, Resource } from '@kumomori/model';
import { resourceReaders } from '@kumomori/model';
import { changedResources } from '@kumomori/engine';
import type { Messages } from '../i18n/index.ts';
import { readResources } from './evaluate-checks.ts';
import { openLive } from './live-target.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

export interface ChangedSince {
  /** Keys to judge, by folder of the root (`aws:123456789012`); of the earlier snapshot those that are gone too. */
  readonly later: ReadonlyMap<string, ReadonlySet<string>>;
  readonly earlier: ReadonlyMap<string, ReadonlySet<string>>;
  readonly counts: { readonly changed: number; readonly added: number; readonly removed: number; readonly linked: number };
}

/** Account by account; those of one snapshot only are new, or gone, as a whole. Throws AppErrors for folders that are no snapshots. */
export function changedSince(before: string, after: string, messages: Messages): ChangedSince {
  const [earlier, later] = [new Map<string, ReadonlySet<string>>(), new Map<string, ReadonlySet<string>>()];
  const counts = { changed: 0, added: 0, removed: 0, linked: 0 };
  const rootsOf = (folder: string): Iterator<CodeRoot> => {
    const live = aboutSnapshots(messages, () => openLive(folder));
    return Iterator.from(live.roots());
  };
  for (const [one, other] of pairs(rootsOf(before), rootsOf(after))) {
    const found = changedResources(read(one), read(other));
    for (const key of ['changed', 'added', 'removed', 'linked'] as const) counts[key] += found[key].size;
    const both = [...found.changed, ...found.linked];
    if (one) earlier.set(one.dir, new Set([...both, ...found.removed]));
    if (other) later.set(other.dir, new Set([...both, ...found.added]));
  }
  return { earlier, later, counts };
}

function read(root: CodeRoot | null): readonly Resource[] {
  return root ? readResources(root, resourceReaders, () => {}) : [];
}

/** Roots of the same account side by side; both come sorted by cloud and account. */
function* pairs(before: Iterator<CodeRoot>, after: Iterator<CodeRoot>): Generator<readonly [CodeRoot | null, CodeRoot | null]> {
  let one = next(before);
  let other = next(after);
  while (one ?? other) {
    const [a, b] = [placeOf(one), placeOf(other)];
    yield [a <= b ? one : null, b <= a ? other : null];
    if (a <= b) one = next(before);
    if (b <= a) other = next(after);
  }
}

function next(roots: Iterator<CodeRoot>): CodeRoot | null {
  const { done, value } = roots.next();
  return done === true ? null : value;
}

/** What is over comes after everything else. */
function placeOf(root: CodeRoot | null): string {
  return root ? `${root.cloud ?? ''} ${root.account ?? ''}` : '\uffff';
}
