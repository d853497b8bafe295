import { defineCloudFormation } from '../../../code/index.ts';
import type { ApiRoute } from './shape.ts';

export const cloudformation = defineCloudFormation<ApiRoute>({
  types: ['AWS::ApiGatewayV2::Route'],
  identity: ['RouteKey'],
  read: (route, context) => ({
    api: context.requiredRef(route, 'ApiId', 'aws.apigatewayv2.api'),
    routeKey: route.string('RouteKey'),
    authorization: route.string('AuthorizationType', { default: 'NONE' }),
  }),
});
