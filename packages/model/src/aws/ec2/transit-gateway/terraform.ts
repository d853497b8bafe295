import { defineTerraform } from '../../../code/index.ts';
import type { TransitGateway } from './shape.ts';

export const terraform = defineTerraform<TransitGateway>({
  types: ['aws_ec2_transit_gateway'],
  identity: ['description', 'id'],
  read: (gateway) => ({
    autoAccept: gateway.string('auto_accept_shared_attachments', { default: 'disable' }),
  }),
});
