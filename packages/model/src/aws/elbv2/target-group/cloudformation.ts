import { defineCloudFormation } from '../../../code/index.ts';
import type { TargetGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<TargetGroup>({
  types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  identity: ['Name'],
  read: (group) => ({
    protocol: group.string('Protocol'),
    targetType: group.string('TargetType', { default: 'instance' }),
    checksHealth: group.boolean('HealthCheckEnabled', { default: group.string('TargetType').value !== 'lambda' }),
    healthCheckPath: group.string('HealthCheckPath'),
  }),
});
