/** AWS::Serverless::Api and HttpApi → the API, its stage and, where functions name them, its methods; also the APIs SAM makes by itself. */
import type { Value } from '@kumomori/model';
import { mapValue, stringValue } from '@kumomori/model';
import type { WrittenMember } from '../../documents/index.ts';
import { membersOf } from '../../documents/index.ts';
import type { Draft } from '../draft.ts';
import { textOf } from '../parameters.ts';
import { companion, converted, made, member, propertiesOf, refTo } from './draft-maker.ts';
import { apiEventsIn } from './events.ts';
import { tagList } from './function.ts';

/** Properties of AWS::Serverless::Api that belong to the API itself; the others belong to the stage or to what SAM makes of them. */
const ofRestApi = new Set([
  'ApiKeySourceType',
  'BinaryMediaTypes',
  'Description',
  'DisableExecuteApiEndpoint',
  'FailOnWarnings',
  'MinimumCompressionSize',
  'Mode',
  'Name',
  'Policy',
]);
const ofRestStage = new Set([
  'AccessLogSetting',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'MethodSettings',
  'StageName',
  'TracingEnabled',
  'Variables',
]);
const ofDomainName = new Set(['DomainName', 'MutualTlsAuthentication', 'OwnershipVerificationCertificateArn', 'SecurityPolicy']);
const ofHttpApi = new Set(['Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'Name']);
const ofHttpStage = new Set(['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables', 'StageName']);

export function apiDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const api = written.filter(({ key }) => ofRestApi.has(key));
  const endpoint = member(written, 'EndpointConfiguration');
  if (endpoint) api.push({ ...endpoint, value: endpointOf(endpoint.value) });
  const definition = member(written, 'DefinitionBody');
  if (definition) api.push({ ...definition, key: 'Body' });
  const policy = resourcePolicyOf(written);
  if (policy) api.push(policy);
  const tags = member(written, 'Tags');
  const shared = tags ? [{ ...tags, value: tagList(tags.value) }] : [];
  const stage = [...written.filter(({ key }) => ofRestStage.has(key)), made('RestApiId', refTo(draft.name, draft.head), draft), ...shared];
  return [
    converted(draft, 'AWS::ApiGateway::RestApi', [...api, ...shared]),
    companion(draft, { name: `${draft.name}.Stage`, type: 'AWS::ApiGateway::Stage', properties: stage, isPart: true }),
    ...domainDrafts(draft, member(written, 'Domain')),
  ];
}

/** `Domain: { DomainName: …, SecurityPolicy: … }`: the custom domain of the API. */
function domainDrafts(draft: Draft, domain: WrittenMember | undefined): readonly Draft[] {
  if (domain?.value.kind !== 'map') return [];
  const properties = membersOf(domain.value).filter(({ key }) => ofDomainName.has(key));
  return [companion(draft, { name: `${draft.name}.DomainName`, type: 'AWS::ApiGateway::DomainName', properties, isPart: true })];
}

/** `EndpointConfiguration: PRIVATE` or `{ Type: PRIVATE }`. */
function endpointOf(value: Value): Value {
  const type = value.kind === 'map' ? value.entries.get('Type') : value;
  if (value.kind === 'map' && (!type || value.entries.has('Types'))) return value;
  const types: Value = { kind: 'list', items: type ? [type] : [], rest: null, range: value.range, via: null, refs: [], sensitive: false };
  const others = value.kind === 'map' ? [...value.entries].filter(([key]) => key !== 'Type') : [];
  return mapValue(new Map<string, Value>([...others, ['Types', types]]), value.range);
}

/** `Auth: { ResourcePolicy: { CustomStatements: [...] } }` */
function resourcePolicyOf(written: readonly WrittenMember[]): WrittenMember | null {
  const auth = member(written, 'Auth');
  const policy = auth?.value.kind === 'map' ? auth.value.entries.get('ResourcePolicy') : undefined;
  const statements = policy?.kind === 'map' ? policy.entries.get('CustomStatements') : undefined;
  if (!auth || !statements) return null;
  return { key: 'Policy', keyRange: auth.keyRange, value: mapValue(new Map([['Statement', statements]]), policy?.range ?? null) };
}

export function httpApiDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const api = written.filter(({ key }) => ofHttpApi.has(key));
  const definition = member(written, 'DefinitionBody');
  if (definition) api.push({ ...definition, key: 'Body' });
  const cors = member(written, 'CorsConfiguration');
  if (cors) api.push(cors);
  const tags = member(written, 'Tags');
  const shared = tags ? [tags] : [];
  api.push(made('ProtocolType', stringValue('HTTP', draft.head), draft));
  const stage = written.filter(({ key }) => ofHttpStage.has(key));
  if (!member(written, 'StageName')) stage.push(made('StageName', stringValue('$default', draft.head), draft));
  stage.push(made('ApiId', refTo(draft.name, draft.head), draft));
  return [
    converted(draft, 'AWS::ApiGatewayV2::Api', [...api, ...shared]),
    companion(draft, { name: `${draft.name}.Stage`, type: 'AWS::ApiGatewayV2::Stage', properties: [...stage, ...shared], isPart: true }),
  ];
}

/** The API that SAM makes for functions whose events name none. It stands at the first of these events. */
export function implicitApis(functions: readonly Draft[], globals: (section: string) => readonly WrittenMember[]): readonly Draft[] {
  const found = new Map<string, Draft>();
  for (const draft of functions) {
    for (const { type, properties, at } of apiEventsIn(draft, propertiesOf(draft))) {
      const named = properties.entries.get(type === 'Api' ? 'RestApiId' : 'ApiId');
      const name = type === 'Api' ? 'ServerlessRestApi' : 'ServerlessHttpApi';
      if (named || found.has(name)) continue;
      const section = globals(type);
      const stageName = section.some(({ key }) => key === 'StageName')
        ? []
        : type === 'Api'
          ? [made('StageName', stringValue('Prod', at.head), at)]
          : [];
      const api: Draft = {
        ...companion(at, { name, type: `AWS::Serverless::${type}`, properties: [...section, ...stageName] }),
        range: at.head,
      };
      found.set(name, api);
    }
  }
  return [...found.values()];
}

/** A method for each event of a function, with the authorization that holds for it. */
export function methodDrafts(functions: readonly Draft[], apis: ReadonlyMap<string, Draft>): readonly Draft[] {
  return functions.flatMap((draft) =>
    apiEventsIn(draft, propertiesOf(draft)).flatMap(({ name, type, properties, at }) => {
      if (type !== 'Api') return [];
      const api = apiNamed(properties.entries.get('RestApiId')) ?? 'ServerlessRestApi';
      const method = properties.entries.get('Method');
      const authorization = authorizationOf(properties.entries.get('Auth'), apis.get(api), at);
      return [
        companion(draft, {
          name: `${draft.name}${name}Method`,
          type: 'AWS::ApiGateway::Method',
          properties: [
            made('RestApiId', refTo(api, at.head), at),
            ...(method
              ? [made('HttpMethod', method.kind === 'string' ? { ...method, value: method.value.toUpperCase() } : method, at)]
              : []),
            ...authorization,
          ],
        }),
      ];
    }),
  );
}

function apiNamed(value: Value | undefined): string | null {
  const name = value?.kind === 'map' ? value.entries.get('Ref') : value;
  return textOf(name);
}

/** The event's own Auth, else the API's default; names of authorizers say what kind they are only in the API. */
function authorizationOf(own: Value | undefined, api: Draft | undefined, at: Draft): readonly WrittenMember[] {
  const auth = api ? member(propertiesOf(api), 'Auth')?.value : undefined;
  const setting = (name: string, fallback: string): Value | undefined => {
    const value = own?.kind === 'map' ? own.entries.get(name) : undefined;
    return value ?? (auth?.kind === 'map' ? auth.entries.get(fallback) : undefined);
  };
  const authorizer = setting('Authorizer', 'DefaultAuthorizer');
  const key = setting('ApiKeyRequired', 'ApiKeyRequired');
  const name = textOf(authorizer);
  const kind = authorizer === undefined || name === 'NONE' ? 'NONE' : name === 'AWS_IAM' ? 'AWS_IAM' : 'CUSTOM';
  return [
    made('AuthorizationType', stringValue(kind, authorizer?.range ?? at.head), at),
    ...(key ? [made('ApiKeyRequired', key, at)] : []),
  ];
}
