import { defineCloudFormation } from '../../../code/index.ts';
import type { Subnet } from './shape.ts';

export const cloudformation = defineCloudFormation<Subnet>({
  types: ['AWS::EC2::Subnet'],
  read: (subnet, context) => ({
    mapsPublicIpOnLaunch: subnet.boolean('MapPublicIpOnLaunch', { default: false }),
    tags: context.tags(subnet),
  }),
});
