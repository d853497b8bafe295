import { defineTerraform } from '../../../code/index.ts';
import type { WafLoadBalancer } from './shape.ts';

export const terraform = defineTerraform<WafLoadBalancer>({
  types: ['aws_lb', 'aws_alb'],
  satellites: { aws_wafv2_web_acl_association: 'resource_arn' },
  identity: ['name', 'arn'],
  lonelySatellites: 'ignored',
  read: (balancer, context) => ({
    isInternal: balancer.boolean('internal', { default: false }),
    hasWebAcl: context.satellite('aws_wafv2_web_acl_association').isSet('web_acl_arn'),
    webAcl: context.ref(context.satellite('aws_wafv2_web_acl_association'), 'web_acl_arn', 'aws.wafv2.web-acl'),
  }),
});
