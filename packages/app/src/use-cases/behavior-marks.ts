/** Behaviors over the events of one entity: against its own past, since nobody else's is read. */
import { Activity, ActivityRecorder, BEHAVIORS, behaviorSettings, findBehaviors, isActivity } from '@kumomori/engine';
import type { EventFacts, LogEvent } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import type { TimelineRule } from './investigation-report.ts';

export interface BehaviorMarks {
  add(event: LogEvent, facts: EventFacts): void;
  /** The event that each behavior shows itself in. */
  finish(messages: Messages): readonly { readonly eventId: string; readonly rule: TimelineRule }[];
}

/** Events between two digests. */
const BATCH = 50_000;

export function behaviorMarks(): BehaviorMarks {
  const recorder = new ActivityRecorder();
  const activity = new Activity();
  let count = 0;
  return {
    add(event, facts) {
      if (!isActivity(event)) return;
      recorder.add(event, facts);
      if ((count += 1) % BATCH === 0) activity.merge(recorder.take());
    },
    finish({ behavior: { titles } }) {
      activity.merge(recorder.take());
      const surroundings = {
        settings: behaviorSettings().settings,
        placeOf: null,
        leavers: new Map(),
        lastUsed: new Map(),
        addresses: new Map(),
      };
      return findBehaviors(activity, surroundings).matches.flatMap(({ behavior, level, event }) => {
        const { uuid, techniques } = BEHAVIORS[behavior];
        const rule: TimelineRule = { id: uuid, title: titles[behavior], level, technique: techniques, kind: 'behavior' };
        return event.eventId === null ? [] : [{ eventId: event.eventId, rule }];
      });
    },
  };
}
