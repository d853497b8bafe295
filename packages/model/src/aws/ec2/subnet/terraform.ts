import { defineTerraform } from '../../../code/index.ts';
import { mapsPublicIp } from '../public-address.ts';
import type { Subnet } from './shape.ts';

export const terraform = defineTerraform<Subnet>({
  types: ['aws_subnet', 'aws_default_subnet'],
  identity: ['id'],
  read: (subnet, context) => ({ mapsPublicIpOnLaunch: mapsPublicIp(subnet), tags: context.tags(subnet) }),
});
