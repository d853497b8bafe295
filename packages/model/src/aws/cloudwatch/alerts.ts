/** Metric filter → alarm → topic → subscriber, read alike from every format. */
import type { BlockReader, Leaf, ListNode, ReaderContext } from '../../code/index.ts';
import { elementsOf, explicit, mapLeaf, object, unresolved } from '../../code/index.ts';
import type { AuditAlert } from './audit-alerts/shape.ts';

/** What a format calls the parts. */
export interface AlertNames {
  readonly filter: string;
  readonly pattern: string;
  readonly transformation: string;
  readonly metric: string;
  readonly alarm: string;
  readonly alarmMetric: string;
  readonly actions: string;
  readonly actionsEnabled: string;
  readonly topic: string;
  readonly subscription: string;
  readonly subscribedTopic: string;
  /** Where a topic lists its subscribers itself. */
  readonly subscribers: string | null;
}

/** Does the pattern look at members of an audit event? */
export function isAuditFilter(filter: BlockReader, names: AlertNames): boolean {
  return /\$\.(?:eventName|eventSource|errorCode|errorMessage|userIdentity|additionalEventData)\b/.test(
    filter.text(names.pattern).value ?? '',
  );
}

/** One alert for each metric filter. O(filters + alarms), and a comparison for each pair. */
export function alertsOf(anchor: BlockReader, context: ReaderContext, names: AlertNames): ListNode<AuditAlert> {
  const alarms = context.all(names.alarm).map((alarm) => ({
    alarm,
    metric: alarm.text(names.alarmMetric).value,
    filters: context.targets(alarm.value(names.alarmMetric), [names.filter]).map(({ resource }) => resource),
  }));
  const items = context.all(names.filter).map((filter) => {
    const metric = filter.block(names.transformation).text(names.metric).value;
    // Named by reference, or by the same text.
    const watching = alarms.filter(
      (each) => (metric !== undefined && each.metric === metric) || (filter.resource && each.filters.includes(filter.resource)),
    );
    const states = watching.map(({ alarm }) => notifies(alarm, context, names));
    const fields = {
      pattern: filter.text(names.pattern, { required: true }),
      hasAlarm: explicit(watching.length > 0, watching[0]?.alarm.place ?? filter.place),
      notifies: states.find(({ value }) => value === true) ?? states.find(({ value }) => value === undefined) ?? states[0] ?? no(filter),
    };
    return { node: object<AuditAlert>(fields, filter.place), uncertain: filter.uncertain };
  });
  return { node: 'list', items, rest: null, place: anchor.place };
}

function no(block: BlockReader): Leaf<boolean> {
  return explicit(false, block.place);
}

function notifies(alarm: BlockReader, context: ReaderContext, names: AlertNames): Leaf<boolean> {
  const enabled = alarm.boolean(names.actionsEnabled, { default: true });
  if (enabled.value !== true) return mapLeaf(enabled, (value) => value);
  const actions = alarm.strings(names.actions);
  if (actions.items.length === 0) return actions.rest ?? explicit(false, alarm.place);
  const topics = elementsOf(alarm.value(names.actions)).flatMap((action) => context.targets(action, [names.topic]));
  if (topics.length < actions.items.length || topics.some((topic) => hasSubscriber(topic, context, names)))
    return explicit(true, actions.place);
  // People subscribe by hand, too: silence of the code is no proof.
  return unresolved({ code: 'unresolved-reference', detail: 'nobody in this code subscribes to the topic' }, actions.place);
}

function hasSubscriber(topic: BlockReader, context: ReaderContext, names: AlertNames): boolean {
  if (names.subscribers !== null && topic.has(names.subscribers).value !== false) return true;
  return context
    .all(names.subscription)
    .some((each) => context.targets(each.value(names.subscribedTopic), [names.topic]).some(({ resource }) => resource === topic.resource));
}
