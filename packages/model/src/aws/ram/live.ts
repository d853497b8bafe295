/** Answers of AWS RAM, in the words of CloudFormation. Source: AWS RAM API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'ram:GetResourceShares', items: 'resourceShares', types: ['AWS::RAM::ResourceShare'], declare: share },
];

/** Deleted shares are listed for some hours more. */
function share(item: Json): LiveThing | null {
  const [arn, name] = [textOf(item, 'resourceShareArn'), textOf(item, 'name')];
  if (arn === undefined || textOf(item, 'status')?.startsWith('DELET')) return null;
  return {
    type: 'AWS::RAM::ResourceShare',
    id: arn,
    name: name ?? arn,
    properties: {
      Name: name,
      AllowExternalPrincipals: jsonAt(item, 'allowExternalPrincipals') ?? false,
      Tags: tagPairs(itemsAt(item, 'tags')),
    },
  };
}
