/** Answers about HTTP and WebSocket APIs, in the words of CloudFormation. Source: Amazon API Gateway Version 2 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';

const AFTER = 'apigatewayv2:GetApis';

export const live: readonly LiveSource[] = [
  { call: AFTER, items: 'Items', types: ['AWS::ApiGatewayV2::Api'], declare: api },
  { call: 'apigatewayv2:GetRoutes', items: 'Items', types: ['AWS::ApiGatewayV2::Route'], after: AFTER, declare: route },
  { call: 'apigatewayv2:GetStages', items: 'Items', types: ['AWS::ApiGatewayV2::Stage'], after: AFTER, declare: stage },
];

function arnOf(path: string, { partition, region }: LiveContext): string {
  return `arn:${partition}:apigateway:${region}::/apis/${path}`;
}

function api(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'ApiId'), textOf(item, 'Name')];
  if (id === undefined) return null;
  return {
    type: 'AWS::ApiGatewayV2::Api',
    id: arnOf(id, context),
    name: name ?? id,
    names: [id],
    properties: {
      Name: name,
      ProtocolType: textOf(item, 'ProtocolType'),
      CorsConfiguration: { AllowOrigins: itemsAt(item, 'CorsConfiguration.AllowOrigins') },
      Tags: tagPairs(jsonAt(item, 'Tags') ?? {}),
    },
  };
}

function route(item: Json, context: LiveContext): LiveThing | null {
  const [api, id, RouteKey] = [textOf(context.request, 'ApiId'), textOf(item, 'RouteId'), textOf(item, 'RouteKey')];
  if (api === undefined || id === undefined) return null;
  return {
    type: 'AWS::ApiGatewayV2::Route',
    id: arnOf(`${api}/routes/${id}`, context),
    name: RouteKey ?? id,
    properties: { ApiId: api, RouteKey, AuthorizationType: textOf(item, 'AuthorizationType') },
  };
}

function stage(item: Json, context: LiveContext): LiveThing | null {
  const [api, name] = [textOf(context.request, 'ApiId'), textOf(item, 'StageName')];
  if (api === undefined || name === undefined) return null;
  return {
    type: 'AWS::ApiGatewayV2::Stage',
    id: arnOf(`${api}/stages/${name}`, context),
    name,
    properties: {
      ApiId: api,
      StageName: name,
      AccessLogSettings: { DestinationArn: textOf(item, 'AccessLogSettings.DestinationArn') },
      Tags: tagPairs(jsonAt(item, 'Tags') ?? {}),
    },
  };
}
