import { defineCloudFormation } from '../../../code/index.ts';
import type { EndpointSettings } from './shape.ts';

export const cloudformation = defineCloudFormation<EndpointSettings>({
  types: ['AWS::DMS::Endpoint'],
  identity: ['EndpointIdentifier'],
  read: (endpoint) => ({
    engine: endpoint.string('EngineName', { required: true }),
    mongoAuthentication: endpoint.block('MongoDbSettings').string('AuthType', { default: 'password' }),
    redisProtocol: endpoint.block('RedisSettings').string('SslSecurityProtocol', { default: 'ssl-encryption' }),
  }),
});
