import { defineTerraform } from '../../../code/index.ts';
import type { HttpApi } from './shape.ts';

export const terraform = defineTerraform<HttpApi>({
  types: ['aws_apigatewayv2_api'],
  identity: ['name', 'id'],
  read: (api) => ({
    protocol: api.string('protocol_type', { default: 'HTTP' }),
    allowedOrigins: api.block('cors_configuration').strings('allow_origins'),
  }),
});
