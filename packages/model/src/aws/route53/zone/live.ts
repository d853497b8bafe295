import { defineLive, mapLeaf } from '../../../code/index.ts';
import type { HostedZone } from './shape.ts';

/** The API says of a zone itself what templates say with parts of their own. */
export const live = defineLive<HostedZone>({
  types: ['AWS::Route53::HostedZone'],
  read: (zone) => ({
    isPrivate: zone.boolean('PrivateZone', { required: true }),
    logsQueries: zone.isSet('QueryLogGroupArn'),
    isSigned: mapLeaf(zone.string('ServeSignature', { default: 'NOT_SIGNING' }), (status) => status === 'SIGNING'),
  }),
});
