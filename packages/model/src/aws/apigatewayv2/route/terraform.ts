import { defineTerraform } from '../../../code/index.ts';
import type { ApiRoute } from './shape.ts';

export const terraform = defineTerraform<ApiRoute>({
  types: ['aws_apigatewayv2_route'],
  identity: ['route_key'],
  read: (route, context) => ({
    api: context.requiredRef(route, 'api_id', 'aws.apigatewayv2.api'),
    routeKey: route.string('route_key'),
    authorization: route.string('authorization_type', { default: 'NONE' }),
  }),
});
