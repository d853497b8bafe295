import { defineCloudFormation, mapLeaf } from '../../../code/index.ts';
import type { WafLoadBalancer } from './shape.ts';

export const cloudformation = defineCloudFormation<WafLoadBalancer>({
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  satellites: { 'AWS::WAFv2::WebACLAssociation': 'ResourceArn' },
  identity: ['Name'],
  lonelySatellites: 'ignored',
  read: (balancer, context) => ({
    isInternal: mapLeaf(balancer.string('Scheme', { default: 'internet-facing' }), (scheme) => scheme === 'internal'),
    hasWebAcl: context.satellite('AWS::WAFv2::WebACLAssociation').isSet('WebACLArn'),
    webAcl: context.ref(context.satellite('AWS::WAFv2::WebACLAssociation'), 'WebACLArn', 'aws.wafv2.web-acl'),
  }),
});
