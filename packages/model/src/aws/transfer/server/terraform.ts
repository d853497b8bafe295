import { defineTerraform } from '../../../code/index.ts';
import type { TransferServer } from './shape.ts';

export const terraform = defineTerraform<TransferServer>({
  types: ['aws_transfer_server'],
  identity: ['id'],
  read: (server) => ({
    protocols: server.strings('protocols', { default: ['SFTP'] }),
    endpointType: server.string('endpoint_type', { default: 'PUBLIC' }),
    securityPolicy: server.string('security_policy_name', { default: 'TransferSecurityPolicy-2018-11' }),
    logs: server.value('structured_log_destinations') ? server.isSet('structured_log_destinations') : server.isSet('logging_role'),
  }),
});
