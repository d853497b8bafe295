/** Answers of the Transfer Family API, in the words of CloudFormation. Source: AWS Transfer Family API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { unlessEmpty } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  { call: 'transfer:ListServers', items: 'Servers', types: ['AWS::Transfer::Server'], declare: server },
];

function server(item: Json, context: LiveContext): LiveThing | null {
  const [id, ServerId] = [textOf(item, 'Arn'), textOf(item, 'ServerId')];
  if (id === undefined || ServerId === undefined) return null;
  const answer = context.answer('transfer:DescribeServer', { ServerId }, ['ResourceNotFoundException']);
  if (answer === null) return null;
  const known = (read: (server: Json | undefined) => LiveValue): LiveValue => whenKnown(answer, (json) => read(jsonAt(json, 'Server')));
  return {
    type: 'AWS::Transfer::Server',
    id,
    name: ServerId,
    properties: {
      Protocols: known((each) => itemsAt(each, 'Protocols')),
      EndpointType: textOf(item, 'EndpointType') ?? known((each) => textOf(each, 'EndpointType')),
      SecurityPolicyName: known((each) => textOf(each, 'SecurityPolicyName')),
      LoggingRole: known((each) => textOf(each, 'LoggingRole') || undefined),
      StructuredLogDestinations: known((each) => unlessEmpty(itemsAt(each, 'StructuredLogDestinations'))),
      Tags: known((each) => tagPairs(jsonAt(each, 'Tags') ?? [])),
    },
  };
}
