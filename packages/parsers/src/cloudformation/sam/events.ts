/** Events of a function: what invokes it, as the resources that let it. */
import type { MapValue, Value } from '@kumomori/model';
import { stringValue } from '@kumomori/model';
import type { WrittenMember } from '../../documents/index.ts';
import { membersOf } from '../../documents/index.ts';
import type { Draft } from '../draft.ts';
import { textOf } from '../parameters.ts';
import { companion, made, member, objectOf, refTo } from './draft-maker.ts';

/** Kinds of events a function polls for; their properties are those of the mapping. */
const polled = new Set(['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB']);

/** Names of the properties that say what is polled. */
const sourceNames: Readonly<Record<string, string>> = {
  Queue: 'EventSourceArn',
  Stream: 'EventSourceArn',
  Broker: 'EventSourceArn',
  Cluster: 'EventSourceArn',
};

/** Kinds of events that call the function, and who does. */
const callers: Readonly<Record<string, { readonly principal: string; readonly source: string | null }>> = {
  SNS: { principal: 'sns.amazonaws.com', source: 'Topic' },
  S3: { principal: 's3.amazonaws.com', source: null },
  Schedule: { principal: 'events.amazonaws.com', source: null },
  EventBridgeRule: { principal: 'events.amazonaws.com', source: null },
  CloudWatchEvent: { principal: 'events.amazonaws.com', source: null },
  CloudWatchLogs: { principal: 'logs.amazonaws.com', source: null },
  Cognito: { principal: 'cognito-idp.amazonaws.com', source: null },
  IoTRule: { principal: 'iot.amazonaws.com', source: null },
};

interface FunctionEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: MapValue;
  readonly at: Draft;
}

export function eventDrafts(draft: Draft, written: readonly WrittenMember[]): readonly Draft[] {
  return eventsIn(draft, written).flatMap((event) => {
    if (polled.has(event.type)) return [mappingOf(draft, event)];
    const caller = callers[event.type];
    return caller ? [permissionOf(draft, event, caller)] : [];
  });
}

/** The events of a function by which an API calls it. */
export function apiEventsIn(draft: Draft, written: readonly WrittenMember[]): readonly FunctionEvent[] {
  return eventsIn(draft, written).filter(({ type }) => type === 'Api' || type === 'HttpApi');
}

function eventsIn(draft: Draft, written: readonly WrittenMember[]): readonly FunctionEvent[] {
  const events = member(written, 'Events')?.value;
  if (events?.kind !== 'map') return [];
  return membersOf(events).flatMap(({ key, keyRange, value }) => {
    const type = value.kind === 'map' ? textOf(value.entries.get('Type')) : null;
    const properties = value.kind === 'map' ? value.entries.get('Properties') : undefined;
    if (type === null) return [];
    const at: Draft = { ...draft, head: keyRange ?? draft.head };
    return [{ name: key, type, properties: properties?.kind === 'map' ? properties : objectOf({}, at.head), at }];
  });
}

function mappingOf(draft: Draft, { name, properties, at }: FunctionEvent): Draft {
  const members = membersOf(properties).map((each) => ({ ...each, key: sourceNames[each.key] ?? each.key }));
  return companion(draft, {
    name: `${draft.name}${name}`,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: [...members, made('FunctionName', refTo(draft.name, at.head), at)],
  });
}

function permissionOf(
  draft: Draft,
  { name, properties, at }: FunctionEvent,
  caller: { readonly principal: string; readonly source: string | null },
): Draft {
  const source: Value | undefined = caller.source === null ? sourceMade(draft, name, at) : properties.entries.get(caller.source);
  return companion(draft, {
    name: `${draft.name}${name}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: [
      made('Action', stringValue('lambda:InvokeFunction', at.head), at),
      made('FunctionName', refTo(draft.name, at.head), at),
      made('Principal', stringValue(caller.principal, at.head), at),
      ...(source ? [made('SourceArn', source, at)] : []),
    ],
  });
}

/** SAM restricts each permission to the source it makes or names; which text that is only the deployment knows. */
function sourceMade(draft: Draft, name: string, { head }: Draft): Value {
  return objectOf({ 'Fn::GetAtt': stringValue(`${draft.name}${name}.Arn`, head) }, head);
}
