import type { BlockReader, Leaf, ObjectNode } from '../../../code/index.ts';
import { defineCloudFormation, nameOf } from '../../../code/index.ts';
import type { PolicyDocument } from '../../../policy/index.ts';
import { mapValue } from '../../../value.ts';
import { policyNode } from '../../../code/index.ts';
import type { BusPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<BusPolicy>({
  types: ['AWS::Events::EventBusPolicy'],
  identity: ['EventBusName'],
  read: (policy) => ({
    document: statementOf(policy),
    principal: nameOf(policy, 'Principal'),
    isLimited: policy.has('Condition'),
  }),
});

/** CloudFormation writes a single statement, not the whole document. */
function statementOf(policy: BlockReader): ObjectNode<PolicyDocument> | Leaf<never> {
  const statement = policy.value('Statement');
  const place = policy.placeOf('Statement');
  return statement ? policyNode(mapValue(new Map([['Statement', statement]]), statement.range), place) : policy.missing('Statement');
}
