/** An earlier collection that a new one goes on from: what has not changed since is taken from it instead of asked again. */
import type { CallPlace, CallRecord, JsonObject } from '@kumomori/model';
import type { CollectEnvironment } from '../collecting.ts';
import type { Changes } from './changes.ts';

export interface Earlier {
  /** Null when it was not asked, or failed for a passing reason. */
  find(place: CallPlace, request: JsonObject): CallRecord | null;
  /** Every record of an operation, but for failures for passing reasons. */
  records(place: CallPlace): readonly CallRecord[];
  /** The file of these answers is part of the new collection as it is. */
  isTaken(place: CallPlace): boolean;
  /** Null: what changed is told by the answers themselves, where they tell it. */
  readonly changes: Changes | null;
  /** Its accounts. */
  readonly accounts: readonly string[];
}

type Known = Pick<CollectEnvironment, 'sink' | 'earlier'>;

/**
 * The answer to a call that need not be made: of the unfinished collection that is resumed, else of the earlier one when `mayReuse`, which is
 * then kept with the new ones.
 */
export async function knownAnswer(
  { sink, earlier }: Known,
  { place, request, mayReuse }: { readonly place: CallPlace; readonly request: JsonObject; readonly mayReuse: boolean },
): Promise<CallRecord | null> {
  const own = sink.recorded(place, request);
  if (own !== null || !earlier || !mayReuse) return own;
  const found = earlier.find(place, request);
  if (found !== null && !earlier.isTaken(place)) await sink.record(place, found);
  return found;
}

/** By the audit events alone; without them everything may have changed. */
export function isUnchanged({ earlier }: Known, place: CallPlace, request: JsonObject): boolean {
  return earlier?.changes ? !earlier.changes.isStale(place, request) : false;
}
