import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, explicit, mapLeaf } from '../../../code/index.ts';
import type { ShieldCandidate } from './shape.ts';

export const cloudformation = defineCloudFormation<ShieldCandidate>({
  types: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::CloudFront::Distribution',
    'AWS::GlobalAccelerator::Accelerator',
  ],
  satellites: { 'AWS::Shield::Protection': 'ResourceArn' },
  identity: ['Name', 'LoadBalancerName'],
  lonelySatellites: 'ignored',
  read: (entry, context) => ({
    usesShield: isUsed(entry, context),
    isInternal: mapLeaf(entry.string('Scheme', { default: 'internet-facing' }), (scheme) => scheme === 'internal'),
    isProtected: context.satellite('AWS::Shield::Protection').isSet('ResourceArn'),
  }),
});

function isUsed(entry: BlockReader, context: ReaderContext): Leaf<boolean> {
  return explicit(context.all('AWS::Shield::Protection').length > 0, entry.place);
}
