import { defineTerraform } from '../../../code/index.ts';
import type { ClientVpn } from './shape.ts';

export const terraform = defineTerraform<ClientVpn>({
  types: ['aws_ec2_client_vpn_endpoint'],
  identity: ['description', 'id'],
  read: (endpoint) => ({
    logsConnections: endpoint.block('connection_log_options').boolean('enabled', { default: false }),
  }),
});
