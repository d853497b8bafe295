import { byDefault, defineCloudFormation, explicit } from '../../../code/index.ts';
import type { HostedZone } from './shape.ts';

export const cloudformation = defineCloudFormation<HostedZone>({
  types: ['AWS::Route53::HostedZone'],
  satellites: { 'AWS::Route53::DNSSEC': 'HostedZoneId' },
  identity: ['Name'],
  read(zone, context) {
    const signing = context.satellite('AWS::Route53::DNSSEC');
    return {
      isPrivate: zone.has('VPCs'),
      logsQueries: zone.has('QueryLoggingConfig'),
      isSigned: signing.exists ? explicit(true, signing.place) : byDefault(false, zone.place),
    };
  },
});
