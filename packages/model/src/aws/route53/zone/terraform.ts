import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, mapLeaf } from '../../../code/index.ts';
import type { HostedZone } from './shape.ts';

export const terraform = defineTerraform<HostedZone>({
  types: ['aws_route53_zone'],
  satellites: {
    aws_route53_query_log: 'zone_id',
    aws_route53_hosted_zone_dnssec: 'hosted_zone_id',
    aws_route53_zone_association: 'zone_id',
  },
  identity: ['name', 'zone_id', 'id'],
  read: (zone, context) => ({
    isPrivate: isPrivate(zone, context),
    logsQueries: context.satellite('aws_route53_query_log').isSet('zone_id'),
    isSigned: mapLeaf(
      context.satellite('aws_route53_hosted_zone_dnssec').string('signing_status', {
        default: context.satellite('aws_route53_hosted_zone_dnssec').exists ? 'SIGNING' : 'NOT_SIGNING',
      }),
      (status) => status === 'SIGNING',
    ),
  }),
});

/** A VPC of its own, or one that is associated with it. */
function isPrivate(zone: BlockReader, context: ReaderContext): Leaf<boolean> {
  const association = context.satellite('aws_route53_zone_association');
  return association.exists ? explicit(true, association.place) : zone.has('vpc');
}
