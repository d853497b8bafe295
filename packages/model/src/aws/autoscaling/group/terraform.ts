import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { AutoScalingGroup } from './shape.ts';

export const terraform = defineTerraform<AutoScalingGroup>({
  types: ['aws_autoscaling_group'],
  satellites: { aws_autoscaling_attachment: 'autoscaling_group_name', aws_autoscaling_traffic_source_attachment: 'autoscaling_group_name' },
  identity: ['name', 'id'],
  read: (group, context) => ({
    usesLaunchTemplate: group.block('launch_template').exists ? group.has('launch_template') : group.has('mixed_instances_policy'),
    zones: group.value('vpc_zone_identifier') ? group.strings('vpc_zone_identifier') : group.strings('availability_zones'),
    isBalanced: isBalanced(group, context),
    healthChecks: group.string('health_check_type', { default: 'EC2' }),
  }),
});

const BALANCERS = ['load_balancers', 'target_group_arns'];

function isBalanced(group: BlockReader, context: ReaderContext): Leaf<boolean> {
  const written = BALANCERS.find((name) => group.value(name) !== undefined);
  if (written) return group.isSet(written);
  if (group.block('traffic_source').exists) return group.has('traffic_source');
  const attachment = context.satellite('aws_autoscaling_attachment');
  if (attachment.exists) return attachment.isSet('autoscaling_group_name');
  return context.satellite('aws_autoscaling_traffic_source_attachment').has('traffic_source');
}
