/** Answers of the EventBridge API → the policies of event buses, a statement each as in CloudFormation. Source: Amazon EventBridge API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, policyJson, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'events:ListEventBuses', items: 'EventBuses', types: ['AWS::Events::EventBusPolicy'], declare: bus },
];

function bus(item: Json): readonly LiveThing[] {
  const [name, arn] = [textOf(item, 'Name'), textOf(item, 'Arn')];
  const document = policyJson(textOf(item, 'Policy'));
  if (name === undefined || arn === undefined || document === undefined) return [];
  // Text that is no JSON stays a text, which is no statement.
  const statements = itemsAt(document as Json, 'Statement');
  return statements.map((Statement, index) => ({
    type: 'AWS::Events::EventBusPolicy',
    id: `${arn}#${textOf(Statement, 'Sid') ?? index}`,
    name,
    properties: { EventBusName: name, StatementId: textOf(Statement, 'Sid'), Statement },
  }));
}
