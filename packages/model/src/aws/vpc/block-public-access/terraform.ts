import { defineTerraform } from '../../../code/index.ts';
import type { VpcBlockPublicAccess } from './shape.ts';

export const terraform = defineTerraform<VpcBlockPublicAccess>({
  types: ['aws_vpc_block_public_access_options'],
  read: (options) => ({ internetGatewayMode: options.string('internet_gateway_block_mode', { required: true }) }),
});
