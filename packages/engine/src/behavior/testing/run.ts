import type { LogEvent } from '@kumomori/model';
import { eventFacts } from '@kumomori/model';
import { Activity } from '../activity.ts';
import type { ActivityLimits } from '../activity.ts';
import type { ActivityDigest } from '../digest.ts';
import { findBehaviors } from '../find-behaviors.ts';
import { ActivityRecorder, isActivity } from '../recorder.ts';
import { behaviorSettings } from '../settings.ts';
import type { BehaviorMatch, BehaviorSurroundings } from '../types.ts';

/** Digests of objects of so many events. */
export function digestsOf(events: readonly LogEvent[], perObject = 4000): readonly ActivityDigest[] {
  const recorder = new ActivityRecorder();
  const digests: ActivityDigest[] = [];
  for (const [index, event] of events.entries()) {
    if (isActivity(event)) recorder.add(event, eventFacts(event));
    if ((index + 1) % perObject === 0) digests.push(recorder.take());
  }
  digests.push(recorder.take());
  return digests;
}

export function surroundings(more: Partial<BehaviorSurroundings> = {}): BehaviorSurroundings {
  const { settings } = behaviorSettings();
  return { settings, placeOf: null, leavers: new Map(), lastUsed: new Map(), addresses: new Map(), ...more };
}

export function behaviorsOf(
  digests: readonly ActivityDigest[],
  more: Partial<BehaviorSurroundings> = {},
  limits: ActivityLimits = {},
): readonly BehaviorMatch[] {
  const activity = new Activity(limits);
  for (const digest of digests) activity.merge(digest);
  return findBehaviors(activity, surroundings(more)).matches;
}
