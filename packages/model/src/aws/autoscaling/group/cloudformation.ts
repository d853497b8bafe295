import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { AutoScalingGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<AutoScalingGroup>({
  types: ['AWS::AutoScaling::AutoScalingGroup'],
  identity: ['AutoScalingGroupName'],
  read: (group) => ({
    usesLaunchTemplate: group.block('LaunchTemplate').exists ? group.has('LaunchTemplate') : group.has('MixedInstancesPolicy'),
    zones: group.value('VPCZoneIdentifier') ? group.strings('VPCZoneIdentifier') : group.strings('AvailabilityZones'),
    isBalanced: isBalanced(group),
    healthChecks: group.string('HealthCheckType', { default: 'EC2' }),
  }),
});

const BALANCERS = ['LoadBalancerNames', 'TargetGroupARNs', 'TrafficSources'];

function isBalanced(group: BlockReader): Leaf<boolean> {
  return group.isSet(BALANCERS.find((name) => group.value(name) !== undefined) ?? 'TargetGroupARNs');
}
