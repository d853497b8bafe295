import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { ShieldCandidate } from './shape.ts';

export const terraform = defineTerraform<ShieldCandidate>({
  types: ['aws_lb', 'aws_alb', 'aws_elb', 'aws_cloudfront_distribution', 'aws_globalaccelerator_accelerator'],
  satellites: { aws_shield_protection: 'resource_arn' },
  identity: ['name', 'comment'],
  lonelySatellites: 'ignored',
  read: (entry, context) => ({
    usesShield: isUsed(entry, context),
    isInternal: entry.boolean('internal', { default: false }),
    isProtected: context.satellite('aws_shield_protection').isSet('resource_arn'),
  }),
});

function isUsed(entry: BlockReader, context: ReaderContext): Leaf<boolean> {
  return explicit(context.all('aws_shield_protection').length > 0, entry.place);
}
