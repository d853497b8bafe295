/** Answers about REST APIs, in the words of CloudFormation. Source: Amazon API Gateway REST API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, Missing, policyJson, tagPairs, textOf } from '../../live/index.ts';

const STAGE = 'AWS::ApiGateway::Stage';

export const live: readonly LiveSource[] = [
  { call: 'apigateway:GetRestApis', items: 'items', types: ['AWS::ApiGateway::RestApi', STAGE], declare: api },
  {
    call: 'apigateway:GetResources',
    items: 'items',
    types: ['AWS::ApiGateway::Method'],
    after: 'apigateway:GetRestApis',
    declare: methods,
  },
  { call: 'apigateway:GetDomainNames', items: 'items', types: ['AWS::ApiGateway::DomainName'], declare: domainName },
];

function arnOf(path: string, { partition, region }: LiveContext): string {
  return `arn:${partition}:apigateway:${region}::/${path}`;
}

function api(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, name] = [textOf(item, 'id'), textOf(item, 'name')];
  if (id === undefined) return [];
  const own: LiveThing = {
    type: 'AWS::ApiGateway::RestApi',
    id: arnOf(`restapis/${id}`, context),
    name: name ?? id,
    names: [id],
    properties: {
      Name: name,
      EndpointConfiguration: { Types: itemsAt(item, 'endpointConfiguration.types') },
      Policy: policyJson(jsonAt(item, 'policy')),
      Tags: tagPairs(jsonAt(item, 'tags') ?? {}),
    },
  };
  const answer = context.answer('apigateway:GetStages', { restApiId: id }, ['NotFoundException']);
  if (answer instanceof Missing)
    return [own, { type: STAGE, id: `${own.id}/stages`, name: `stages of ${name ?? id}`, properties: { RestApiId: id }, rest: answer }];
  return [own, ...itemsAt(answer, 'item').flatMap((each) => stage(each, { id, name: name ?? id }, context))];
}

function stage(item: Json, api: { readonly id: string; readonly name: string }, context: LiveContext): readonly LiveThing[] {
  const StageName = textOf(item, 'stageName');
  if (StageName === undefined) return [];
  const id = arnOf(`restapis/${api.id}/stages/${StageName}`, context);
  const properties = {
    RestApiId: api.id,
    StageName,
    AccessLogSetting: { DestinationArn: textOf(item, 'accessLogSettings.destinationArn') },
    MethodSettings: methodSettings(jsonAt(item, 'methodSettings')),
    TracingEnabled: jsonAt(item, 'tracingEnabled') ?? false,
    CacheClusterEnabled: jsonAt(item, 'cacheClusterEnabled') ?? false,
    ClientCertificateId: textOf(item, 'clientCertificateId'),
    Tags: tagPairs(jsonAt(item, 'tags') ?? {}),
  };
  // A stage says itself what protects it, so that nobody else need be asked.
  const association: LiveThing = {
    type: 'AWS::WAFv2::WebACLAssociation',
    id: `${id}#web-acl`,
    properties: { ResourceArn: id, WebACLArn: textOf(item, 'webAclArn') ?? null },
  };
  return [{ type: STAGE, id, name: `${api.name}/${StageName}`, properties }, association];
}

/** By path and method: `orders/GET`, the star for all of them. */
function methodSettings(settings: Json | undefined): LiveValue {
  return (isJsonObject(settings) ? Object.entries(settings) : []).map(([path, setting]) => ({
    ResourcePath: `/${path.slice(0, path.lastIndexOf('/'))}`,
    HttpMethod: path.slice(path.lastIndexOf('/') + 1),
    LoggingLevel: textOf(setting, 'loggingLevel'),
    CachingEnabled: jsonAt(setting, 'cachingEnabled') ?? false,
    CacheDataEncrypted: jsonAt(setting, 'cacheDataEncrypted') ?? false,
    DataTraceEnabled: jsonAt(setting, 'dataTraceEnabled') ?? false,
  }));
}

function methods(resource: Json, context: LiveContext): readonly LiveThing[] {
  const api = textOf(context.request, 'restApiId');
  const found = jsonAt(resource, 'resourceMethods');
  const [id, path] = [textOf(resource, 'id'), textOf(resource, 'path')];
  if (api === undefined || id === undefined || !isJsonObject(found)) return [];
  return Object.entries(found).map(([HttpMethod, method]) => ({
    type: 'AWS::ApiGateway::Method',
    id: arnOf(`restapis/${api}/resources/${id}/methods/${HttpMethod}`, context),
    name: `${HttpMethod} ${path ?? id}`,
    properties: {
      RestApiId: api,
      HttpMethod,
      AuthorizationType: textOf(method, 'authorizationType'),
      ApiKeyRequired: jsonAt(method, 'apiKeyRequired') ?? false,
      RequestValidatorId: textOf(method, 'requestValidatorId'),
    },
  }));
}

function domainName(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'domainName');
  if (name === undefined) return null;
  return {
    type: 'AWS::ApiGateway::DomainName',
    id: arnOf(`domainnames/${name}`, context),
    name,
    properties: { DomainName: name, SecurityPolicy: textOf(item, 'securityPolicy'), Tags: tagPairs(jsonAt(item, 'tags') ?? {}) },
  };
}
