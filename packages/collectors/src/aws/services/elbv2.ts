import { named, together } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Elastic Load Balancing API reference (2015-12-01), read 2026-11-22. */
export const service = defineService({
  id: 'elbv2',
  load: async () => await import('@aws-sdk/client-elastic-load-balancing-v2'),
  client: 'ElasticLoadBalancingV2Client',
  scope: 'regional',
  prefix: 'elasticloadbalancing',
  calls: [
    {
      operation: 'DescribeLoadBalancers',
      each: {
        items: 'LoadBalancers',
        calls: [
          { operation: 'DescribeLoadBalancerAttributes', input: named('LoadBalancerArn'), absent: ['LoadBalancerNotFoundException'] },
          {
            operation: 'DescribeListeners',
            input: named('LoadBalancerArn'),
            absent: ['LoadBalancerNotFoundException'],
            redact: ['Listeners[].DefaultActions[].AuthenticateOidcConfig.ClientSecret'],
            each: {
              items: 'Listeners',
              calls: [
                {
                  operation: 'DescribeRules',
                  input: named('ListenerArn'),
                  absent: ['ListenerNotFoundException'],
                  redact: ['Rules[].Actions[].AuthenticateOidcConfig.ClientSecret'],
                },
              ],
            },
          },
          { operation: 'DescribeTags', input: together('ResourceArns', { path: 'LoadBalancerArn' }), batch: 20 },
        ],
      },
    },
    {
      operation: 'DescribeTargetGroups',
      each: {
        items: 'TargetGroups',
        calls: [
          { operation: 'DescribeTags', input: together('ResourceArns', { path: 'TargetGroupArn' }), batch: 20 },
          { operation: 'DescribeTargetHealth', input: named('TargetGroupArn'), absent: ['TargetGroupNotFoundException'] },
        ],
      },
    },
  ],
});
