import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { MixedInstances } from './shape.ts';

export const terraform = defineTerraform<MixedInstances>({
  types: ['aws_autoscaling_group'],
  identity: ['name', 'id'],
  read: (group) => ({
    types: types(group),
  }),
});

function types(group: BlockReader): ListNode<string> {
  const template = group.block('mixed_instances_policy').block('launch_template');
  return template.list<string>('override', (each) => each.string('instance_type', { default: 'by requirements' }));
}
