import { named, together } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Elastic Load Balancing API reference (2012-06-01), read 2026-11-22. */
export const service = defineService({
  id: 'elb',
  load: async () => await import('@aws-sdk/client-elastic-load-balancing'),
  client: 'ElasticLoadBalancingClient',
  scope: 'regional',
  prefix: 'elasticloadbalancing',
  calls: [
    {
      operation: 'DescribeLoadBalancers',
      each: {
        items: 'LoadBalancerDescriptions',
        calls: [
          {
            operation: 'DescribeLoadBalancerAttributes',
            input: named('LoadBalancerName'),
            absent: ['AccessPointNotFoundException', 'LoadBalancerNotFound'],
          },
          { operation: 'DescribeTags', input: together('LoadBalancerNames', { path: 'LoadBalancerName' }), batch: 20 },
        ],
      },
    },
  ],
});
