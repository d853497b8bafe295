import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { MixedInstances } from './shape.ts';

export const cloudformation = defineCloudFormation<MixedInstances>({
  types: ['AWS::AutoScaling::AutoScalingGroup'],
  identity: ['AutoScalingGroupName'],
  read: (group) => ({
    types: types(group),
  }),
});

function types(group: BlockReader): ListNode<string> {
  const template = group.block('MixedInstancesPolicy').block('LaunchTemplate');
  return template.list<string>('Overrides', (each) => each.string('InstanceType', { default: 'by requirements' }));
}
