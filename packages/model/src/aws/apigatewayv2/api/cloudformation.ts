import { defineCloudFormation } from '../../../code/index.ts';
import type { HttpApi } from './shape.ts';

export const cloudformation = defineCloudFormation<HttpApi>({
  types: ['AWS::ApiGatewayV2::Api'],
  identity: ['Name'],
  read: (api) => ({
    protocol: api.string('ProtocolType', { default: 'HTTP' }),
    allowedOrigins: api.block('CorsConfiguration').strings('AllowOrigins'),
  }),
});
