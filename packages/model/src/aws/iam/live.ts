/** Answers of the IAM API → principals and their policies, in the words of CloudFormation. Source: AWS IAM API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, lookUp, Missing, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { passwordPolicy } from './live-account.ts';
import { root } from './live-root.ts';
import { loginProfile, mfaDevices } from './live-user.ts';

const DETAILS = 'iam:GetAccountAuthorizationDetails';

/** Roles that AWS keeps, by the first part of their path. */
const KEPT: ReadonlyMap<string, string> = new Map([
  ['aws-reserved', 'aws.iam.reserved-role'],
  ['aws-service-role', 'aws.iam.service-linked-role'],
]);

export const live: readonly LiveSource[] = [
  { call: DETAILS, items: 'UserDetailList', types: ['AWS::IAM::User', 'AWS::IAM::AccessKey'], declare: user },
  { call: DETAILS, items: 'GroupDetailList', types: ['AWS::IAM::Group', 'AWS::IAM::UserToGroupAddition'], declare: group },
  {
    call: DETAILS,
    items: 'RoleDetailList',
    types: ['AWS::IAM::Role', 'AWS::IAM::InstanceProfile', ...KEPT.values()],
    declare: role,
  },
  { call: DETAILS, items: 'Policies', types: ['AWS::IAM::ManagedPolicy'], declare: policy },
  { call: 'iam:ListSAMLProviders', items: 'SAMLProviderList', types: ['AWS::IAM::SAMLProvider'], declare: samlProvider },
  { call: 'iam:ListOpenIDConnectProviders', items: 'OpenIDConnectProviderList', types: ['AWS::IAM::OIDCProvider'], declare: oidcProvider },
  {
    call: 'iam:ListServerCertificates',
    items: 'ServerCertificateMetadataList',
    types: ['AWS::IAM::ServerCertificate'],
    declare: serverCertificate,
  },
  { call: 'iam:GetAccountSummary', items: 'SummaryMap', types: ['aws.iam.root'], declare: root },
  {
    call: 'iam:GetAccountPasswordPolicy',
    items: 'PasswordPolicy',
    types: ['aws_iam_account_password_policy'],
    absent: ['NoSuchEntity', 'NoSuchEntityException'],
    declare: passwordPolicy,
  },
  {
    call: 'iam:ListOrganizationsFeatures',
    items: '',
    types: ['aws_iam_organizations_features'],
    absent: ['ServiceAccessNotEnabledException'],
    declare: (answer, { account, partition }) => ({
      type: 'aws_iam_organizations_features',
      id: `arn:${partition}:iam::${account}:organizations-features`,
      name: account,
      properties: { enabled_features: itemsAt(answer, 'EnabledFeatures') },
    }),
  },
];

function user(item: Json, context: LiveContext): readonly LiveThing[] {
  const [name, arn] = [textOf(item, 'UserName'), textOf(item, 'Arn')];
  if (name === undefined || arn === undefined) return [];
  const listed = lookUp(context, { call: 'iam:ListUsers', items: 'Users', key: 'UserName' }, name);
  const parent: LiveThing = {
    type: 'AWS::IAM::User',
    id: arn,
    name,
    names: [textOf(item, 'UserId') ?? arn],
    properties: {
      UserName: name,
      Groups: itemsAt(item, 'GroupList'),
      ...held(item, 'UserPolicyList'),
      LoginProfile: loginProfile(name, context),
      MFADevices: mfaDevices(name, context),
      // Null: never, or not since AWS began to write it down in October 2014.
      PasswordUnusedDays: whenKnown(listed, (json) => daysSince(jsonAt(json, 'PasswordLastUsed'), context.at)),
    },
  };
  return [parent, ...accessKeys(item, context)];
}

function accessKeys(user: Json, context: LiveContext): readonly LiveThing[] {
  const name = textOf(user, 'UserName') ?? '';
  const answer = context.answer('iam:ListAccessKeys', { UserName: name }, ['NoSuchEntity', 'NoSuchEntityException']);
  const keys = whenKnown(answer, (json) => itemsAt(json, 'AccessKeyMetadata'));
  // Whether there are keys is not known: one of which nothing is known stands for them.
  if (!Array.isArray(keys))
    return keys === undefined ? [] : [{ type: 'AWS::IAM::AccessKey', id: `${name}'s keys`, properties: { UserName: name, Status: keys } }];
  return keys.map((key: Json) => accessKey(key, user, context));
}

function accessKey(key: Json, user: Json, context: LiveContext): LiveThing {
  const id = textOf(key, 'AccessKeyId') ?? '';
  const used = context.answer('iam:GetAccessKeyLastUsed', { AccessKeyId: id });
  return {
    type: 'AWS::IAM::AccessKey',
    id,
    properties: {
      UserName: textOf(user, 'UserName'),
      Status: textOf(key, 'Status'),
      AgeDays: daysSince(jsonAt(key, 'CreateDate'), context.at),
      IsMadeWithUser: isMadeWith(key, user) && whenKnown(profileOf(user, context), () => true),
      UnusedDays: whenKnown(used, (json) => daysSince(jsonAt(json, 'AccessKeyLastUsed.LastUsedDate'), context.at)),
    },
  };
}

/** The console makes both within seconds. */
function isMadeWith(key: Json, user: Json): boolean {
  const [one, other] = [key, user].map((each) => Date.parse(textOf(each, 'CreateDate') ?? ''));
  return Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) < 60_000;
}

function profileOf(user: Json, context: LiveContext): Json | Missing {
  return context.answer('iam:GetLoginProfile', { UserName: textOf(user, 'UserName') ?? null }, ['NoSuchEntity', 'NoSuchEntityException']);
}

function group(item: Json, context: LiveContext): readonly LiveThing[] {
  const [name, arn] = [textOf(item, 'GroupName'), textOf(item, 'Arn')];
  if (name === undefined || arn === undefined) return [];
  const members = context.list(DETAILS, 'UserDetailList').flatMap((each): readonly LiveValue[] => {
    if (each instanceof Missing) return [each];
    return itemsAt(each, 'GroupList').includes(name) ? [textOf(each, 'UserName')] : [];
  });
  return [
    {
      type: 'AWS::IAM::Group',
      id: arn,
      name,
      names: [textOf(item, 'GroupId') ?? arn],
      properties: { GroupName: name, ...held(item, 'GroupPolicyList') },
    },
    { type: 'AWS::IAM::UserToGroupAddition', id: `${arn}#members`, name, properties: { GroupName: name, Users: members } },
  ];
}

/**
 * Roles of services themselves (`/aws-service-role/`) are AWS's to write: nobody here can change them. Those of Identity Center
 * (`/aws-reserved/`) are permission sets, which are judged where they are; that there is one shows how people come in. The analyses of
 * access take both as the roles they are.
 */
function role(item: Json, context: LiveContext): readonly LiveThing[] {
  const [name, arn] = [textOf(item, 'RoleName'), textOf(item, 'Arn')];
  if (name === undefined || arn === undefined) return [];
  const [, folder = ''] = textOf(item, 'Path')?.split('/') ?? [];
  const profiles = itemsAt(item, 'InstanceProfileList').flatMap((profile): readonly LiveThing[] => {
    const [id, own] = [textOf(profile, 'Arn'), textOf(profile, 'InstanceProfileName')];
    if (id === undefined || own === undefined) return [];
    return [
      {
        type: 'AWS::IAM::InstanceProfile',
        id,
        name: own,
        names: [textOf(profile, 'InstanceProfileId') ?? id],
        properties: { InstanceProfileName: own, Roles: [name] },
      },
    ];
  });
  const parent: LiveThing = {
    type: KEPT.get(folder) ?? 'AWS::IAM::Role',
    id: arn,
    name,
    names: [textOf(item, 'RoleId') ?? arn],
    properties: {
      RoleName: name,
      Path: textOf(item, 'Path'),
      AssumeRolePolicyDocument: policyJson(jsonAt(item, 'AssumeRolePolicyDocument')),
      ...held(item, 'RolePolicyList'),
      AgeDays: daysSince(jsonAt(item, 'CreateDate'), context.at),
      UnusedDays: daysSince(jsonAt(item, 'RoleLastUsed.LastUsedDate'), context.at),
    },
  };
  return [parent, ...profiles];
}

/** What users, groups and roles have alike: inline and attached policies, a boundary, tags. */
function held(item: Json, inline: string): LiveThing['properties'] {
  const policies = itemsAt(item, inline).map((each) => ({
    PolicyName: textOf(each, 'PolicyName'),
    PolicyDocument: policyJson(jsonAt(each, 'PolicyDocument')),
  }));
  return {
    Policies: policies.length > 0 ? policies : undefined,
    ManagedPolicyArns: itemsAt(item, 'AttachedManagedPolicies').map((each) => textOf(each, 'PolicyArn')),
    PermissionsBoundary: textOf(item, 'PermissionsBoundary.PermissionsBoundaryArn'),
    Tags: tagPairs(jsonAt(item, 'Tags')),
  };
}

function policy(item: Json): LiveThing | null {
  const arn = textOf(item, 'Arn');
  if (arn === undefined) return null;
  const name = textOf(item, 'PolicyName') ?? arn.slice(arn.lastIndexOf('/') + 1);
  const version = itemsAt(item, 'PolicyVersionList').find((each) => jsonAt(each, 'IsDefaultVersion') === true);
  return {
    type: 'AWS::IAM::ManagedPolicy',
    id: arn,
    name,
    names: [textOf(item, 'PolicyId') ?? arn],
    properties: {
      ManagedPolicyName: name,
      PolicyDocument: policyJson(jsonAt(version, 'Document')),
      AttachmentCount: jsonAt(item, 'AttachmentCount'),
      PermissionsBoundaryUsageCount: jsonAt(item, 'PermissionsBoundaryUsageCount'),
    },
  };
}

function samlProvider(item: Json): LiveThing | null {
  const id = textOf(item, 'Arn');
  return id === undefined ? null : { type: 'AWS::IAM::SAMLProvider', id, properties: { Name: id.slice(id.lastIndexOf('/') + 1) } };
}

function oidcProvider(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'Arn');
  if (id === undefined) return null;
  const details = context.answer('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: id });
  const of = (key: string): LiveValue => whenKnown(details, (json) => jsonAt(json, key));
  return {
    type: 'AWS::IAM::OIDCProvider',
    id,
    properties: { Url: of('Url'), ClientIdList: of('ClientIDList'), ThumbprintList: of('ThumbprintList') },
  };
}

function serverCertificate(item: Json, { at }: LiveContext): LiveThing | null {
  const [name, id] = [textOf(item, 'ServerCertificateName'), textOf(item, 'Arn')];
  if (name === undefined || id === undefined) return null;
  const days = daysSince(jsonAt(item, 'Expiration'), at);
  return {
    type: 'AWS::IAM::ServerCertificate',
    id,
    name,
    names: [textOf(item, 'ServerCertificateId') ?? id],
    properties: { ServerCertificateName: name, DaysLeft: days === undefined ? undefined : -days },
  };
}
