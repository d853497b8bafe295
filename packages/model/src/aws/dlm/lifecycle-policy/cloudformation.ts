import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { copies } from './copies.ts';
import type { SnapshotPolicy, SnapshotCopy } from './shape.ts';

export const cloudformation = defineCloudFormation<SnapshotPolicy>({
  types: ['AWS::DLM::LifecyclePolicy'],
  identity: ['Description'],
  read: (policy) => ({
    scheduledCopies: scheduled(policy),
    eventCopies: onEvent(policy),
  }),
});

function scheduled(policy: BlockReader): ListNode<SnapshotCopy> {
  return copies(policy.block('PolicyDetails').blocks('Schedules'), 'CrossRegionCopyRules', (rule) => copy(rule), policy);
}

function onEvent(policy: BlockReader): ListNode<SnapshotCopy> {
  const encryption = (each: BlockReader): NodeOf<SnapshotCopy> => copy(each.block('EncryptionConfiguration'));
  return copies(policy.block('PolicyDetails').blocks('Actions'), 'CrossRegionCopy', encryption, policy);
}

function copy(block: BlockReader): NodeOf<SnapshotCopy> {
  return object<SnapshotCopy>({ isEncrypted: block.boolean('Encrypted'), hasCustomerKey: customerKey(block, 'CmkArn') }, block.place);
}
