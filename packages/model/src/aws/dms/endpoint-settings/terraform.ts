import { defineTerraform } from '../../../code/index.ts';
import type { EndpointSettings } from './shape.ts';

export const terraform = defineTerraform<EndpointSettings>({
  types: ['aws_dms_endpoint'],
  identity: ['endpoint_id'],
  read: (endpoint) => ({
    engine: endpoint.string('engine_name', { required: true }),
    mongoAuthentication: endpoint.block('mongodb_settings').string('auth_type', { default: 'password' }),
    redisProtocol: endpoint.block('redis_settings').string('ssl_security_protocol', { default: 'ssl-encryption' }),
  }),
});
