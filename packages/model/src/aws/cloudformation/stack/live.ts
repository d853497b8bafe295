import type { BlockReader, MapNode } from '../../../code/index.ts';
import { defineLive, hasItems } from '../../../code/index.ts';
import { mapCredentials } from '../../../secrets/index.ts';
import type { Stack } from './shape.ts';

/** A live stack says its role and its outputs. */
export const live = defineLive<Stack>({
  types: ['AWS::CloudFormation::Stack'],
  read: (stack) => ({
    hasTopic: hasItems(stack, 'NotificationARNs'),
    hasRole: stack.isSet('RoleARN'),
    outputCredentials: outputCredentials(stack),
  }),
});

function outputCredentials(stack: BlockReader): MapNode<string> {
  return mapCredentials(stack.value('Outputs'), stack.placeOf('Outputs'));
}
