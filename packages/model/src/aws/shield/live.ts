/** Answers of AWS Shield Advanced, in the words of CloudFormation. Source: AWS Shield Advanced API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

const ABSENT = ['ResourceNotFoundException'];

/** Without a subscription nothing is protected. */
export const live: readonly LiveSource[] = [
  { call: 'shield:ListProtections', items: 'Protections', types: ['AWS::Shield::Protection'], absent: ABSENT, declare: protection },
];

function protection(item: Json, context: LiveContext): LiveThing | null {
  const [arn, resource] = [textOf(item, 'ProtectionArn'), textOf(item, 'ResourceArn')];
  if (arn === undefined || resource === undefined) return null;
  const tags = context.answer('shield:ListTagsForResource', { ResourceARN: arn }, ABSENT);
  return {
    type: 'AWS::Shield::Protection',
    id: arn,
    name: textOf(item, 'Name') ?? arn,
    names: [textOf(item, 'Id') ?? arn],
    properties: { ResourceArn: resource, Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'Tags'))) },
  };
}
