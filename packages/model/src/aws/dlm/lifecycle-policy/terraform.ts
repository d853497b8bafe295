import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { copies } from './copies.ts';
import type { SnapshotPolicy, SnapshotCopy } from './shape.ts';

export const terraform = defineTerraform<SnapshotPolicy>({
  types: ['aws_dlm_lifecycle_policy'],
  identity: ['description'],
  read: (policy) => ({
    scheduledCopies: scheduled(policy),
    eventCopies: onEvent(policy),
  }),
});

function scheduled(policy: BlockReader): ListNode<SnapshotCopy> {
  return copies(policy.block('policy_details').blocks('schedule'), 'cross_region_copy_rule', (rule) => copy(rule), policy);
}

function onEvent(policy: BlockReader): ListNode<SnapshotCopy> {
  const encryption = (each: BlockReader): NodeOf<SnapshotCopy> => copy(each.block('encryption_configuration'));
  return copies(policy.block('policy_details').blocks('action'), 'cross_region_copy', encryption, policy);
}

function copy(block: BlockReader): NodeOf<SnapshotCopy> {
  return object<SnapshotCopy>({ isEncrypted: block.boolean('encrypted'), hasCustomerKey: customerKey(block, 'cmk_arn') }, block.place);
}
