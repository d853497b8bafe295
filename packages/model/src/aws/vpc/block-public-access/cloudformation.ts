import { defineCloudFormation } from '../../../code/index.ts';
import type { VpcBlockPublicAccess } from './shape.ts';

export const cloudformation = defineCloudFormation<VpcBlockPublicAccess>({
  types: ['AWS::EC2::VPCBlockPublicAccessOptions'],
  read: (options) => ({ internetGatewayMode: options.string('InternetGatewayBlockMode', { required: true }) }),
});
