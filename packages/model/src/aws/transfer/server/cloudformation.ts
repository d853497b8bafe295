import { defineCloudFormation } from '../../../code/index.ts';
import type { TransferServer } from './shape.ts';

export const cloudformation = defineCloudFormation<TransferServer>({
  types: ['AWS::Transfer::Server'],
  read: (server) => ({
    protocols: server.strings('Protocols', { default: ['SFTP'] }),
    endpointType: server.string('EndpointType', { default: 'PUBLIC' }),
    securityPolicy: server.string('SecurityPolicyName', { default: 'TransferSecurityPolicy-2018-11' }),
    logs: server.value('StructuredLogDestinations') ? server.isSet('StructuredLogDestinations') : server.isSet('LoggingRole'),
  }),
});
