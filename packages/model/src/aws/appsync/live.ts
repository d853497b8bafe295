/** Answers of AWS AppSync, in the words of CloudFormation. Source: AWS AppSync API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, Missing, tagPairs, textOf } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';

const CACHE = 'AWS::AppSync::ApiCache';

export const live: readonly LiveSource[] = [
  { call: 'appsync:ListGraphqlApis', items: 'graphqlApis', types: ['AWS::AppSync::GraphQLApi', CACHE], declare: api },
];

function api(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, arn, name] = [textOf(item, 'apiId'), textOf(item, 'arn'), textOf(item, 'name')];
  if (id === undefined || arn === undefined) return [];
  const own: LiveThing = {
    type: 'AWS::AppSync::GraphQLApi',
    id: arn,
    name: name ?? id,
    names: [id],
    properties: {
      Name: name,
      AuthenticationType: textOf(item, 'authenticationType'),
      AdditionalAuthenticationProviders: itemsAt(item, 'additionalAuthenticationProviders').map((each) => capitalized(each)),
      LogConfig: {
        CloudWatchLogsRoleArn: textOf(item, 'logConfig.cloudWatchLogsRoleArn'),
        FieldLogLevel: textOf(item, 'logConfig.fieldLogLevel'),
      },
      XrayEnabled: jsonAt(item, 'xrayEnabled') ?? false,
      Tags: tagPairs(jsonAt(item, 'tags') ?? {}),
    },
  };
  // An API says itself what protects it, so that nobody else need be asked.
  const association: LiveThing = {
    type: 'AWS::WAFv2::WebACLAssociation',
    id: `${arn}#web-acl`,
    properties: { ResourceArn: arn, WebACLArn: textOf(item, 'wafWebAclArn') ?? null },
  };
  return [own, association, ...cache({ id, arn, name: name ?? id }, context)];
}

function cache(
  { id, arn, name }: { readonly id: string; readonly arn: string; readonly name: string },
  context: LiveContext,
): readonly LiveThing[] {
  const answer = context.answer('appsync:GetApiCache', { apiId: id }, ['NotFoundException']);
  const thing = { type: CACHE, id: `${arn}#cache`, name };
  if (answer instanceof Missing) return [{ ...thing, properties: { ApiId: id }, rest: answer }];
  const found = jsonAt(answer, 'apiCache');
  if (found === undefined) return [];
  const properties = {
    ApiId: id,
    AtRestEncryptionEnabled: jsonAt(found, 'atRestEncryptionEnabled') ?? false,
    TransitEncryptionEnabled: jsonAt(found, 'transitEncryptionEnabled') ?? false,
  };
  return [{ ...thing, properties }];
}
