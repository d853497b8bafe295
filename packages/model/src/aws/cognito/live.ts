/** Answers of Amazon Cognito, in the words of CloudFormation. Sources: API references of user pools and identity pools, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

const ABSENT = ['ResourceNotFoundException'];

const ROLES = 'AWS::Cognito::IdentityPoolRoleAttachment';

export const live: readonly LiveSource[] = [
  { call: 'cognito-idp:ListUserPools', items: 'UserPools', types: ['AWS::Cognito::UserPool'], declare: userPool },
  {
    call: 'cognito-idp:ListUserPoolClients',
    items: 'UserPoolClients',
    types: ['AWS::Cognito::UserPoolClient'],
    after: 'cognito-idp:ListUserPools',
    declare: client,
  },
  {
    call: 'cognito-identity:ListIdentityPools',
    items: 'IdentityPools',
    types: ['AWS::Cognito::IdentityPool', ROLES],
    declare: identityPool,
  },
];

function userPool(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'Id'), textOf(item, 'Name')];
  if (id === undefined) return null;
  const { partition, region, account } = context;
  return {
    type: 'AWS::Cognito::UserPool',
    id: `arn:${partition}:cognito-idp:${region}:${account}:userpool/${id}`,
    name: name ?? id,
    names: [id],
    ...described(
      context.answer('cognito-idp:DescribeUserPool', { UserPoolId: id }, ABSENT),
      (json) => ({
        MfaConfiguration: textOf(json, 'UserPool.MfaConfiguration'),
        UserPoolAddOns: jsonAt(json, 'UserPool.UserPoolAddOns'),
        Policies: jsonAt(json, 'UserPool.Policies'),
        AdminCreateUserConfig: jsonAt(json, 'UserPool.AdminCreateUserConfig'),
        DeletionProtection: textOf(json, 'UserPool.DeletionProtection'),
        Tags: tagPairs(jsonAt(json, 'UserPool.UserPoolTags') ?? {}),
      }),
      { UserPoolName: name },
    ),
  };
}

function client(item: Json, context: LiveContext): LiveThing | null {
  const [UserPoolId, ClientId] = [textOf(item, 'UserPoolId'), textOf(item, 'ClientId')];
  if (UserPoolId === undefined || ClientId === undefined) return null;
  const { partition, region, account } = context;
  return {
    type: 'AWS::Cognito::UserPoolClient',
    id: `arn:${partition}:cognito-idp:${region}:${account}:userpool/${UserPoolId}#${ClientId}`,
    name: textOf(item, 'ClientName') ?? ClientId,
    names: [ClientId],
    ...described(
      context.answer('cognito-idp:DescribeUserPoolClient', { UserPoolId, ClientId }, ABSENT),
      (json) => ({
        PreventUserExistenceErrors: textOf(json, 'UserPoolClient.PreventUserExistenceErrors'),
        // Clients that were made before there was such a thing do not say it.
        EnableTokenRevocation: jsonAt(json, 'UserPoolClient.EnableTokenRevocation') ?? false,
        ExplicitAuthFlows: jsonAt(json, 'UserPoolClient.ExplicitAuthFlows') ?? [],
      }),
      { UserPoolId, ClientName: textOf(item, 'ClientName') },
    ),
  };
}

function identityPool(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, name] = [textOf(item, 'IdentityPoolId'), textOf(item, 'IdentityPoolName')];
  if (id === undefined) return [];
  const { partition, region, account } = context;
  const arn = `arn:${partition}:cognito-identity:${region}:${account}:identitypool/${id}`;
  const roles = whenKnown(context.answer('cognito-identity:GetIdentityPoolRoles', { IdentityPoolId: id }, ABSENT), (json) =>
    jsonAt(json, 'Roles'),
  );
  const pool: LiveThing = {
    type: 'AWS::Cognito::IdentityPool',
    id: arn,
    name: name ?? id,
    names: [id],
    ...described(
      context.answer('cognito-identity:DescribeIdentityPool', { IdentityPoolId: id }, ABSENT),
      (json) => ({
        AllowUnauthenticatedIdentities: jsonAt(json, 'AllowUnauthenticatedIdentities') ?? false,
        Tags: tagPairs(jsonAt(json, 'IdentityPoolTags') ?? {}),
      }),
      { IdentityPoolName: name },
    ),
  };
  return roles === undefined ? [pool] : [pool, { type: ROLES, id: `${arn}#roles`, properties: { IdentityPoolId: id, Roles: roles } }];
}
