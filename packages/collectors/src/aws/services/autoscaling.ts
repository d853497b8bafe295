import { defineService } from '../service.ts';

/** Source: Amazon EC2 Auto Scaling API reference, read 2026-11-22. */
export const service = defineService({
  id: 'autoscaling',
  load: async () => await import('@aws-sdk/client-auto-scaling'),
  client: 'AutoScalingClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeAutoScalingGroups' },
    { operation: 'DescribeLaunchConfigurations', redact: ['LaunchConfigurations[].UserData'] },
  ],
});
