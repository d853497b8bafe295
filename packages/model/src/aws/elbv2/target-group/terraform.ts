import { defineTerraform } from '../../../code/index.ts';
import type { TargetGroup } from './shape.ts';

export const terraform = defineTerraform<TargetGroup>({
  types: ['aws_lb_target_group', 'aws_alb_target_group'],
  identity: ['name'],
  read: (group) => ({
    protocol: group.string('protocol'),
    targetType: group.string('target_type', { default: 'instance' }),
    checksHealth: group.block('health_check').boolean('enabled', { default: group.string('target_type').value !== 'lambda' }),
    healthCheckPath: group.block('health_check').string('path'),
  }),
});
