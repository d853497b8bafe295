/** AWS::Serverless::Function → the function, its role when none is given, its URL and who may call it. */
import type { Value } from '@kumomori/model';
import { listValue, mapValue, stringValue } from '@kumomori/model';
import type { WrittenMember } from '../../documents/index.ts';
import { membersOf } from '../../documents/index.ts';
import type { Draft } from '../draft.ts';
import { attributeOf, companion, converted, made, member, objectOf, propertiesOf, refTo, renamed } from './draft-maker.ts';
import { eventDrafts } from './events.ts';

/** Properties of SAM that a function of CloudFormation does not have, or has under another name. */
const names: Readonly<Record<string, string | null>> = {
  AssumeRolePolicyDocument: null,
  AutoPublishAlias: null,
  AutoPublishAliasAllProperties: null,
  AutoPublishCodeSha256: null,
  CodeUri: null,
  DeadLetterQueue: null,
  DeploymentPreference: null,
  EventInvokeConfig: null,
  Events: null,
  FunctionUrlConfig: null,
  ImageUri: null,
  InlineCode: null,
  PermissionsBoundary: null,
  Policies: null,
  PropagateTags: null,
  ProvisionedConcurrencyConfig: null,
  RolePath: null,
  Tags: null,
  Tracing: null,
  VersionDescription: null,
};

export function functionDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const role = member(written, 'Role');
  const properties = [
    ...renamed(written, names),
    ...translated(written),
    ...(role ? [] : [made('Role', attributeOf(`${draft.name}Role`, 'Arn', draft.head), draft)]),
  ];
  return [
    converted(draft, 'AWS::Lambda::Function', properties),
    ...(role ? [] : [roleOf(draft, written)]),
    ...urlOf(draft, written),
    ...eventDrafts(draft, written),
  ];
}

function translated(written: readonly WrittenMember[]): readonly WrittenMember[] {
  const found: WrittenMember[] = [];
  const code = member(written, 'InlineCode') ?? member(written, 'ImageUri') ?? member(written, 'CodeUri');
  const codeKey = code?.key === 'InlineCode' ? 'ZipFile' : code?.key === 'ImageUri' ? 'ImageUri' : 'S3Key';
  if (code) {
    const isLocation = code.value.kind === 'map' && code.value.entries.has('Bucket');
    found.push({ ...code, key: 'Code', value: isLocation ? code.value : objectOf({ [codeKey]: code.value }, code.value.range) });
  }
  const tracing = member(written, 'Tracing');
  if (tracing) found.push({ ...tracing, key: 'TracingConfig', value: objectOf({ Mode: tracing.value }, tracing.value.range) });
  const queue = member(written, 'DeadLetterQueue');
  const target = queue?.value.kind === 'map' ? queue.value.entries.get('TargetArn') : undefined;
  if (queue)
    found.push({ ...queue, key: 'DeadLetterConfig', value: target ? objectOf({ TargetArn: target }, queue.value.range) : queue.value });
  const tags = member(written, 'Tags');
  if (tags) found.push({ ...tags, value: tagList(tags.value) });
  return found;
}

/** SAM has tags as a mapping. */
export function tagList(tags: Value): Value {
  if (tags.kind !== 'map') return tags;
  const items = membersOf(tags).map(({ key, keyRange, value }) =>
    mapValue(
      new Map<string, Value>([
        ['Key', stringValue(key, keyRange)],
        ['Value', value],
      ]),
      value.range,
    ),
  );
  return listValue(items, tags.range);
}

const EXECUTION_POLICIES = {
  basic: 'service-role/AWSLambdaBasicExecutionRole',
  vpc: 'service-role/AWSLambdaVPCAccessExecutionRole',
  tracing: 'AWSXrayWriteOnlyAccess',
} as const;

function roleOf(draft: Draft, written: readonly WrittenMember[]): Draft {
  const tracing = member(written, 'Tracing')?.value;
  const managed = [
    member(written, 'VpcConfig') ? EXECUTION_POLICIES.vpc : EXECUTION_POLICIES.basic,
    ...(tracing?.kind === 'string' && tracing.value === 'Active' ? [EXECUTION_POLICIES.tracing] : []),
  ];
  return roleDraft(draft, { written, service: 'lambda.amazonaws.com', managed });
}

export interface RoleParts {
  readonly written: readonly WrittenMember[];
  readonly service: string;
  /** Names of the managed policies SAM adds. */
  readonly managed: readonly string[];
}

/** The role SAM makes: what is written under Policies, and what the service needs. */
export function roleDraft(draft: Draft, { written, service, managed }: RoleParts): Draft {
  const policies = member(written, 'Policies');
  const listed = policies === undefined ? [] : policies.value.kind === 'list' ? policies.value.items : [policies.value];
  const own = policiesOf(listed, draft);
  const arns = [...managed.map((name) => managedArn(name, draft)), ...own.managed];
  const trust = member(written, 'AssumeRolePolicyDocument');
  const boundary = member(written, 'PermissionsBoundary');
  const tags = member(written, 'Tags');
  const place = policies?.value.range ?? draft.head;
  const properties: WrittenMember[] = [
    trust ?? made('AssumeRolePolicyDocument', trustOf(service, draft), draft),
    { key: 'ManagedPolicyArns', keyRange: policies?.keyRange ?? null, value: listValue(arns, place) },
    ...(own.inline.length > 0 ? [{ key: 'Policies', keyRange: policies?.keyRange ?? null, value: listValue(own.inline, place) }] : []),
    ...(boundary ? [boundary] : []),
    ...(tags ? [{ ...tags, value: tagList(tags.value) }] : []),
  ];
  return companion(draft, { name: `${draft.name}Role`, type: 'AWS::IAM::Role', properties, isPart: true });
}

function managedArn(name: string, { head }: Draft): Value {
  return mapValue(new Map([['Fn::Sub', stringValue(`arn:\${AWS::Partition}:iam::aws:policy/${name}`, head)]]), head);
}

interface Policies {
  readonly managed: readonly Value[];
  readonly inline: readonly Value[];
}

/** Names and ARNs of managed policies, documents, and SAM's own policy templates, of which each grants little and none is written here. */
function policiesOf(listed: readonly Value[], draft: Draft): Policies {
  const managed: Value[] = [];
  const inline: Value[] = [];
  for (const [index, policy] of listed.entries()) {
    if (policy.kind === 'string')
      managed.push(policy.value.includes(':') ? policy : { ...managedArn(policy.value, draft), range: policy.range });
    else if (policy.kind === 'map' && policy.entries.has('Statement')) {
      const name = stringValue(`${draft.name}RolePolicy${index}`, policy.range);
      inline.push(objectOf({ PolicyName: name, PolicyDocument: policy }, policy.range));
    } else if (policy.kind === 'map' && [...policy.entries.keys()].some((key) => key === 'Ref' || key.startsWith('Fn::')))
      managed.push(policy);
  }
  return { managed, inline };
}

function trustOf(service: string, { head }: Draft): Value {
  const statement = objectOf(
    {
      Effect: stringValue('Allow', head),
      Principal: objectOf({ Service: stringValue(service, head) }, head),
      Action: stringValue('sts:AssumeRole', head),
    },
    head,
  );
  return objectOf({ Version: stringValue('2012-10-17', head), Statement: listValue([statement], head) }, head);
}

/** FunctionUrlConfig becomes a URL, and without authentication a permission for everybody. */
function urlOf(draft: Draft, written: readonly WrittenMember[]): readonly Draft[] {
  const config = member(written, 'FunctionUrlConfig');
  if (config?.value.kind !== 'map') return [];
  const { value } = config;
  const at: Draft = { ...draft, head: config.keyRange ?? draft.head };
  const target = made('TargetFunctionArn', refTo(draft.name, at.head), at);
  const url = companion(draft, {
    name: `${draft.name}Url`,
    type: 'AWS::Lambda::Url',
    properties: [...membersOf(value), target],
    isPart: true,
  });
  const auth = value.entries.get('AuthType');
  if (auth?.kind !== 'string' || auth.value !== 'NONE') return [url];
  const permission = companion(draft, {
    isPart: true,
    name: `${draft.name}UrlPublicPermissions`,
    type: 'AWS::Lambda::Permission',
    properties: [
      made('Action', stringValue('lambda:InvokeFunctionUrl', at.head), at),
      made('FunctionName', refTo(draft.name, at.head), at),
      made('FunctionUrlAuthType', auth, at),
      made('Principal', stringValue('*', at.head), at),
    ],
  });
  return [url, permission];
}
