import { defineCloudFormation } from '../../../code/index.ts';
import type { ClientVpn } from './shape.ts';

export const cloudformation = defineCloudFormation<ClientVpn>({
  types: ['AWS::EC2::ClientVpnEndpoint'],
  identity: ['Description'],
  read: (endpoint) => ({
    logsConnections: endpoint.block('ConnectionLogOptions').boolean('Enabled', { default: false }),
  }),
});
