/**
 * When service accounts and their keys were last used. An answer tells of each use once, by full resource name; of what was never used there
 * is nothing. Source: Policy Analyzer API v1 reference, projects.locations.activityTypes.activities, read 2026-11-22.
 */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { Missing, daysSince, textOf } from '../../live/index.ts';
import { lastPart } from '../inventory/index.ts';

const SERVICE = 'policyanalyzer.googleapis.com';

/** Days since the last use; undefined when Google tells of none. `uses`: the listing that tells of this kind of thing. */
export function unusedDays(
  uses: 'serviceAccountLastAuthentication' | 'serviceAccountKeyLastAuthentication',
  { id, body, context }: { readonly id: string; readonly body: Json; readonly context: LiveContext },
): LiveValue {
  // An API that is switched off knows nothing: no code means that there was no use.
  const told = context.list(`${SERVICE}:${uses}`, 'activities');
  const times = timesOf(told);
  const name = [lastPart(id), textOf(body, 'email'), textOf(body, 'uniqueId')].find((each) => each !== undefined && times.has(each));
  if (name !== undefined) return daysSince(times.get(name), context.at);
  return told.find((each) => each instanceof Missing);
}

/** The listing is the same array for everything that is looked up in it. */
const known = new WeakMap<readonly (Json | Missing)[], ReadonlyMap<string, string>>();

/** Time of the last use by the last part of the resource's name: of an account its address or number, of a key its id. */
function timesOf(told: readonly (Json | Missing)[]): ReadonlyMap<string, string> {
  const found =
    known.get(told) ??
    new Map(
      told.flatMap((use): readonly (readonly [string, string])[] => {
        if (use instanceof Missing) return [];
        const [name, time] = [textOf(use, 'fullResourceName'), textOf(use, 'activity.lastAuthenticatedTime')];
        return name === undefined || time === undefined ? [] : [[lastPart(name), time]];
      }),
    );
  known.set(told, found);
  return found;
}
