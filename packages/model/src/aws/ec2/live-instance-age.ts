/** Since when an instance is there, and since when it is stopped. Source: Amazon EC2 API reference, Instance, read 2026-11-22. */
import type { Json, LiveContext, LiveProperties, LiveValue } from '../../live/index.ts';
import { Missing, daysSince, itemsAt, jsonAt, textOf } from '../../live/index.ts';

export function instanceAge(item: Json, context: LiveContext): LiveProperties {
  const state = textOf(item, 'State.Name');
  return {
    State: state,
    AgeDays: daysSince(launchedAt(item), context.at),
    StoppedDays: state === 'stopped' ? stoppedDays(item, context.at) : undefined,
  };
}

/** Every start sets `LaunchTime` anew; the first network interface is there since the instance was made. */
function launchedAt(item: Json): Json | undefined {
  const first = itemsAt(item, 'NetworkInterfaces').find((each) => jsonAt(each, 'Attachment.DeviceIndex') === 0);
  return jsonAt(first, 'Attachment.AttachTime') ?? jsonAt(item, 'LaunchTime');
}

/** `User initiated (2026-05-01 10:20:30 GMT)`: the only place where the API says when. Those stopped by others may tell no time. */
function stoppedDays(item: Json, at: string): LiveValue {
  const told = /\((\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)\)/.exec(textOf(item, 'StateTransitionReason') ?? '');
  const days = told ? daysSince(`${told[1] ?? ''}T${told[2] ?? ''}Z`, at) : undefined;
  return days ?? new Missing('Amazon EC2 does not say when it was stopped');
}
