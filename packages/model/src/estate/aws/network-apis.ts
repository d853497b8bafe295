/** Methods, routes, integrations and links of APIs: who may call, and where it leads. Sources: Amazon API Gateway API references, hashicorp/aws documentation, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import type { AwsFrontWay, NetworkEntity } from '../network.ts';
import type { Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, asTexts, reader, textAt, textsAt } from './network-words.ts';

function way({ context }: Reading, of: Partial<AwsFrontWay>): AwsFrontWay {
  return { ...context.base, kind: 'aws.front-way', front: undefined, login: undefined, targets: NONE, ...of };
}

const LOGINS: ReadonlyMap<string, 'none' | 'iam' | 'authorizer'> = new Map([
  ['NONE', 'none'],
  ['AWS_IAM', 'iam'],
  ['CUSTOM', 'authorizer'],
  ['JWT', 'authorizer'],
  ['COGNITO_USER_POOLS', 'authorizer'],
]);

/** `AWS_IAM` → `iam`. Nothing written: nobody has to sign in. Keys of usage plans are no login. */
function loginOf(type: ReturnType<typeof textAt>): AwsFrontWay['login'] {
  if (isUndecided(type)) return type;
  if (type === undefined) return 'none';
  const detail = `the authorization ${type.replace(/^~/, '')} is not known`;
  return LOGINS.get(type.toUpperCase()) ?? { undecided: { code: 'unresolved-reference', detail } };
}

/** The function within `arn:aws:apigateway:…:lambda:path/…/functions/ARN/invocations`; other addresses as they are. */
function targetsOf(uri: ReturnType<typeof textAt>): Texts {
  if (typeof uri !== 'string') return asTexts(uri);
  const [, named] = /\/functions\/(.{1,300})\/invocations$/.exec(uri) ?? [];
  return asTexts(named ?? uri);
}

const method = reader(['aws_api_gateway_method', 'AWS::ApiGateway::Method'], (reading) => {
  const { block, at } = reading;
  const verb = textAt(block, at('http_method', 'HttpMethod'));
  // Browsers ask what they may do before they sign in.
  if (typeof verb === 'string' && verb.toUpperCase() === 'OPTIONS') return null;
  const own = block.block(at('x', 'Integration'));
  return way(reading, {
    front: textAt(block, at('rest_api_id', 'RestApiId')),
    login: loginOf(textAt(block, at('authorization', 'AuthorizationType'))),
    targets: at('x', '') === 'x' ? NONE : allTexts(targetsOf(textAt(own, 'Uri')), asTexts(textAt(own, 'ConnectionId'))),
  });
});

const route = reader(['aws_apigatewayv2_route', 'AWS::ApiGatewayV2::Route'], (reading) => {
  const { block, at } = reading;
  return way(reading, {
    front: textAt(block, at('api_id', 'ApiId')),
    login: loginOf(textAt(block, at('authorization_type', 'AuthorizationType'))),
  });
});

const integration = reader(['aws_api_gateway_integration', 'aws_apigatewayv2_integration', 'AWS::ApiGatewayV2::Integration'], (reading) => {
  const { block, at } = reading;
  const isRest = reading.context.declared.type === 'aws_api_gateway_integration';
  return way(reading, {
    front: textAt(block, isRest ? 'rest_api_id' : at('api_id', 'ApiId')),
    targets: allTexts(
      targetsOf(textAt(block, isRest ? 'uri' : at('integration_uri', 'IntegrationUri'))),
      asTexts(textAt(block, at('connection_id', 'ConnectionId'))),
    ),
  });
});

/** Load balancers behind a link; those of HTTP APIs lead to what the integration names. */
const link = reader(['aws_api_gateway_vpc_link', 'AWS::ApiGateway::VpcLink'], (reading) =>
  way(reading, { targets: textsAt(reading.block, reading.at('target_arns', 'TargetArns')) }),
);

export const awsApiReaders: readonly EntityReader<NetworkEntity>[] = [method, route, integration, link];
