/** Answers of Amazon AppStream 2.0, in the words of CloudFormation. Source: Amazon AppStream 2.0 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'appstream:DescribeFleets', items: 'Fleets', types: ['AWS::AppStream::Fleet'], declare: fleet },
];

function fleet(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'Arn'), textOf(item, 'Name')];
  if (arn === undefined) return null;
  const tags = context.answer('appstream:ListTagsForResource', { ResourceArn: arn }, ['ResourceNotFoundException']);
  return {
    type: 'AWS::AppStream::Fleet',
    id: arn,
    name: name ?? arn,
    properties: {
      Name: name,
      EnableDefaultInternetAccess: jsonAt(item, 'EnableDefaultInternetAccess') ?? false,
      MaxUserDurationInSeconds: jsonAt(item, 'MaxUserDurationInSeconds'),
      DisconnectTimeoutInSeconds: jsonAt(item, 'DisconnectTimeoutInSeconds'),
      Tags: whenKnown(tags, (json) => tagPairs(jsonAt(json, 'Tags') ?? {})),
    },
  };
}
