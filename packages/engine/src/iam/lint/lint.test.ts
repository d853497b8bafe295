import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallCatalogue } from './catalogue.test-helper.ts';
import type { LintId, LintOptions, PolicyKind } from './index.ts';
import { LINTS, lintPolicy } from './index.ts';

type Json = Readonly<Record<string, unknown>>;

const ACCOUNT = '123456789012';
const OBJECTS = 'arn:aws:s3:::orders-bucket/*';
const options = (kind: PolicyKind): LintOptions => ({
  kind,
  catalogue: smallCatalogue,
  account: ACCOUNT,
  escalations: [
    { id: 'ec2-001', actions: ['iam:PassRole', 'ec2:RunInstances'] },
    { id: 'iam-002', actions: ['iam:CreateAccessKey'] },
  ],
});
const policy = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });
const allow = (more: Json = {}): Json => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECTS, ...more });
const deny = (more: Json = {}): Json => ({ ...allow(more), Effect: 'Deny' });
const when = (condition: Json, more: Json = {}): Json => allow({ Condition: condition, ...more });
const trust = (principal: unknown, more: Json = {}): Json => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
const opens = (principal: unknown, more: Json = {}): Json => allow({ Principal: principal, ...more });
const OIDC = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
const SUB = 'token.actions.githubusercontent.com:sub';

interface Case {
  readonly lint: LintId;
  readonly kind?: PolicyKind;
  readonly bad: unknown;
  /** The nearest policy that is right. */
  readonly good: unknown;
  /** What else the bad one is told. */
  readonly also?: readonly LintId[];
}

const cases: readonly Case[] = [
  { lint: 'not-a-document', bad: 'allow everything', good: policy(allow()) },
  { lint: 'no-statement', bad: policy(), good: policy(allow()) },
  { lint: 'unknown-element', bad: policy(allow({ Conditions: {} })), good: policy(allow({ Condition: {} })) },
  { lint: 'version-missing', bad: { Statement: [allow()] }, good: policy(allow()) },
  { lint: 'version-old', bad: { Version: '2008-10-17', Statement: [allow()] }, good: policy(allow()) },
  { lint: 'version-unknown', bad: { Version: '2025-01-01', Statement: [allow()] }, good: policy(allow()) },
  {
    lint: 'variable-in-old-version',
    bad: { Version: '2008-10-17', Statement: [allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })] },
    good: policy(allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
    also: ['version-old'],
  },
  {
    lint: 'policy-too-long',
    kind: 'scp',
    bad: policy(deny({ Resource: Array.from({ length: 200 }, (_, at) => `arn:aws:s3:::orders-bucket/${at}/*`) })),
    good: policy(deny()),
  },
  { lint: 'effect-invalid', bad: policy(allow({ Effect: 'allow' })), good: policy(allow()) },
  {
    lint: 'sid-duplicate',
    bad: policy(allow({ Sid: 'Read' }), allow({ Sid: 'Read', Action: 's3:PutObject' })),
    good: policy(allow({ Sid: 'Read' }), allow({ Sid: 'Write', Action: 's3:PutObject' })),
  },
  { lint: 'sid-invalid', bad: policy(allow({ Sid: 'read the orders' })), good: policy(allow({ Sid: 'ReadOrders' })) },
  {
    lint: 'statement-repeated',
    bad: policy(allow({ Sid: 'A' }), allow({ Sid: 'B' })),
    good: policy(allow(), allow({ Action: 's3:PutObject' })),
  },
  {
    lint: 'statement-covered',
    bad: policy(allow({ Action: 's3:*' }), allow()),
    good: policy(when({ Bool: { 'aws:SecureTransport': 'true' } }, { Action: 's3:*' }), allow()),
  },
  {
    lint: 'allow-always-denied',
    bad: policy(allow(), deny({ Action: 's3:Get*', Resource: '*' })),
    good: policy(allow(), deny({ Action: 's3:Put*', Resource: '*' })),
  },
  { lint: 'action-missing', bad: policy({ Effect: 'Allow', Resource: '*' }), good: policy(allow()) },
  { lint: 'action-and-not-action', bad: policy(deny({ NotAction: 's3:PutObject' })), good: policy(deny()) },
  { lint: 'action-malformed', bad: policy(allow({ Action: 'GetObject' })), good: policy(allow()) },
  { lint: 'action-service-unknown', bad: policy(allow({ Action: 's4:GetObject', Resource: '*' })), good: policy(allow()) },
  { lint: 'action-unknown', bad: policy(allow({ Action: 's3:GetObjects' })), good: policy(allow()) },
  {
    lint: 'action-matches-nothing',
    bad: policy(allow({ Action: 's3:Describe*', Resource: '*' })),
    good: policy(allow({ Action: 's3:List*', Resource: '*' })),
  },
  {
    lint: 'not-action-in-allow',
    bad: policy({ Effect: 'Allow', NotAction: 's3:DeleteObject', Resource: OBJECTS }),
    good: policy({ Effect: 'Deny', NotAction: 's3:GetObject', Resource: OBJECTS }),
  },
  { lint: 'administrator', bad: policy(allow({ Action: '*', Resource: '*' })), good: policy(allow({ Action: 's3:*' })) },
  {
    lint: 'every-action-of-sensitive-service',
    bad: policy(allow({ Action: 'kms:*', Resource: '*' })),
    good: policy(allow({ Action: 'kms:*', Resource: 'arn:aws:kms:eu-west-1:123456789012:key/1234' })),
  },
  { lint: 'resource-missing', bad: policy({ Effect: 'Allow', Action: 's3:GetObject' }), good: policy(allow()) },
  { lint: 'resource-and-not-resource', bad: policy(deny({ NotResource: 'arn:aws:s3:::hr-bucket/*' })), good: policy(deny()) },
  { lint: 'arn-malformed', bad: policy(allow({ Resource: 'orders-bucket/*' })), good: policy(allow()) },
  {
    lint: 'arn-service-not-in-actions',
    bad: policy(allow({ Resource: 'arn:aws:sqs:eu-west-1:123456789012:orders' })),
    good: policy(allow()),
    also: [],
  },
  {
    lint: 'arn-never-matches',
    bad: policy(allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::123456789012:role/app' })),
    good: policy(allow({ Action: 'iam:AttachUserPolicy', Resource: 'arn:aws:iam::123456789012:user/hana' })),
  },
  {
    lint: 'arn-for-action-without-resource',
    bad: policy(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' })),
    good: policy(allow({ Action: 's3:ListAllMyBuckets', Resource: '*' })),
  },
  { lint: 'bucket-and-objects-mixed-up', bad: policy(allow({ Resource: 'arn:aws:s3:::orders-bucket' })), good: policy(allow()) },
  {
    lint: 'arn-region-in-global-service',
    bad: policy(allow({ Action: 'iam:AttachUserPolicy', Resource: 'arn:aws:iam:eu-west-1:123456789012:user/*' })),
    good: policy(allow({ Action: 'iam:AttachUserPolicy', Resource: 'arn:aws:iam::123456789012:user/*' })),
    also: ['arn-never-matches'],
  },
  {
    lint: 'arn-account-in-bucket',
    bad: policy(allow({ Resource: 'arn:aws:s3::123456789012:orders-bucket/*' })),
    good: policy(allow()),
    also: ['bucket-and-objects-mixed-up'],
  },
  {
    lint: 'variable-before-resource-part',
    bad: policy(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${aws:RequestedRegion}:123456789012:orders' })),
    good: policy(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:123456789012:${aws:username}' })),
  },
  {
    lint: 'not-resource-in-allow',
    bad: policy({ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::hr-bucket/*' }),
    good: policy({ Effect: 'Deny', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::hr-bucket/*' }),
  },
  {
    lint: 'write-on-every-resource',
    bad: policy(allow({ Action: 's3:DeleteObject', Resource: '*' })),
    good: policy(allow({ Action: 's3:DeleteObject' })),
  },
  { lint: 'principal-not-allowed', bad: policy(opens('*')), good: policy(allow()) },
  { lint: 'principal-missing', kind: 'resource', bad: policy(allow()), good: policy(opens({ AWS: ACCOUNT })) },
  { lint: 'principal-empty', kind: 'resource', bad: policy(opens({ AWS: [] })), good: policy(opens({ AWS: [ACCOUNT] })) },
  {
    lint: 'principal-wildcard-in-arn',
    kind: 'resource',
    bad: policy(opens({ AWS: `arn:aws:iam::${ACCOUNT}:role/*` })),
    good: policy(opens({ AWS: `arn:aws:iam::${ACCOUNT}:role/app` })),
  },
  {
    lint: 'principal-deleted',
    kind: 'resource',
    bad: policy(opens({ AWS: 'AIDAEXAMPLE2H3D4WIUBN' })),
    good: policy(opens({ AWS: ACCOUNT })),
  },
  { lint: 'principal-malformed', kind: 'resource', bad: policy(opens({ AWS: 'user/hana' })), good: policy(opens({ AWS: ACCOUNT })) },
  {
    lint: 'not-principal-in-allow',
    kind: 'resource',
    bad: policy(allow({ NotPrincipal: { AWS: ACCOUNT } })),
    good: policy(deny({ NotPrincipal: { AWS: ACCOUNT } })),
  },
  {
    lint: 'not-principal-without-account',
    kind: 'resource',
    bad: policy(deny({ NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/hana` } })),
    good: policy(deny({ NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:user/hana`, `arn:aws:iam::${ACCOUNT}:root`] } })),
  },
  {
    lint: 'rcp-principal-not-everyone',
    kind: 'rcp',
    bad: policy(deny({ Principal: { AWS: ACCOUNT } })),
    good: policy(deny({ Principal: '*' })),
  },
  {
    lint: 'public',
    kind: 'resource',
    bad: policy(opens('*')),
    good: policy(opens('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })),
  },
  { lint: 'other-account', kind: 'resource', bad: policy(opens({ AWS: '999988887777' })), good: policy(opens({ AWS: ACCOUNT })) },
  {
    lint: 'trust-without-external-id',
    kind: 'trust',
    bad: policy(trust({ AWS: 'arn:aws:iam::999988887777:root' })),
    good: policy(trust({ AWS: 'arn:aws:iam::999988887777:root' }, { Condition: { StringEquals: { 'sts:ExternalId': 'kumo-4711' } } })),
  },
  { lint: 'trust-everyone', kind: 'trust', bad: policy(trust('*')), good: policy(trust({ AWS: ACCOUNT })) },
  {
    lint: 'service-for-anybody',
    kind: 'resource',
    bad: policy(opens({ Service: 'cloudtrail.amazonaws.com' })),
    good: policy(opens({ Service: 'cloudtrail.amazonaws.com' }, { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } })),
  },
  {
    lint: 'oidc-without-subject',
    kind: 'trust',
    bad: policy(trust({ Federated: OIDC }, { Action: 'sts:AssumeRoleWithWebIdentity' })),
    good: policy(
      trust(
        { Federated: OIDC },
        { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { [SUB]: 'repo:example/orders:*' } } },
      ),
    ),
  },
  {
    lint: 'oidc-subject-too-wide',
    kind: 'trust',
    bad: policy(
      trust({ Federated: OIDC }, { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { [SUB]: 'repo:example*' } } }),
    ),
    good: policy(
      trust(
        { Federated: OIDC },
        { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { [SUB]: 'repo:example/orders:*' } } },
      ),
    ),
  },
  {
    lint: 'saml-without-audience',
    kind: 'trust',
    bad: policy(trust({ Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/office` }, { Action: 'sts:AssumeRoleWithSAML' })),
    good: policy(
      trust(
        { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/office` },
        { Action: 'sts:AssumeRoleWithSAML', Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } } },
      ),
    ),
    also: ['action-unknown'],
  },
  {
    lint: 'trust-action-without-effect',
    kind: 'trust',
    bad: policy(trust({ AWS: ACCOUNT }, { Action: 's3:GetObject' })),
    good: policy(trust({ AWS: ACCOUNT })),
  },
  {
    lint: 'operator-unknown',
    bad: policy(when({ StringMatches: { 's3:prefix': 'a' } })),
    good: policy(when({ StringLike: { 's3:prefix': 'a' } })),
  },
  {
    lint: 'operator-type',
    bad: policy(when({ IpAddress: { 's3:max-keys': '192.0.2.0/24' } })),
    good: policy(when({ NumericLessThan: { 's3:max-keys': '10' } })),
  },
  {
    lint: 'if-exists-on-null',
    bad: policy(when({ NullIfExists: { 's3:prefix': 'true' } })),
    good: policy(when({ Null: { 's3:prefix': 'true' } })),
  },
  {
    lint: 'condition-key-unknown',
    bad: policy(when({ StringEquals: { 'aws:SourceVpceId': 'vpce-1' } })),
    good: policy(when({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })),
  },
  {
    lint: 'condition-value-invalid',
    bad: policy(when({ IpAddress: { 'aws:SourceIp': '192.0.2.0/33' } })),
    good: policy(when({ IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })),
  },
  {
    lint: 'wildcard-without-like',
    bad: policy(when({ StringEquals: { 's3:prefix': 'sales/*' } })),
    good: policy(when({ StringLike: { 's3:prefix': 'sales/*' } })),
  },
  {
    lint: 'for-all-values-in-allow',
    bad: policy(when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'owner' } })),
    good: policy(when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'owner' }, Null: { 'aws:TagKeys': 'false' } })),
  },
  {
    lint: 'for-any-value-in-deny',
    bad: policy(deny({ Condition: { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'owner' } } })),
    good: policy(deny({ Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'owner' } } })),
  },
  {
    lint: 'set-operator-on-single-value',
    bad: policy(when({ 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
    good: policy(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
  },
  {
    lint: 'set-operator-missing',
    bad: policy(when({ StringEquals: { 'aws:TagKeys': 'owner' } })),
    good: policy(when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'owner' } })),
  },
  {
    lint: 'if-exists-in-allow',
    bad: policy(when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })),
    good: policy(when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
  },
  {
    lint: 'negation-in-allow',
    bad: policy(when({ StringNotEquals: { 'aws:PrincipalTag/team': 'guests' } })),
    good: policy(when({ StringNotEquals: { 'aws:PrincipalTag/team': 'guests' }, Null: { 'aws:PrincipalTag/team': 'false' } })),
  },
  {
    lint: 'mfa-deny-without-if-exists',
    bad: policy(deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })),
    good: policy(deny({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })),
  },
  {
    lint: 'private-source-ip',
    bad: policy(when({ IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } })),
    good: policy(when({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } })),
  },
  {
    lint: 'variable-in-wrong-operator',
    bad: policy(when({ NumericEquals: { 's3:max-keys': '${aws:PrincipalTag/limit}' } })),
    good: policy(when({ NumericEquals: { 's3:max-keys': '5' } })),
  },
  {
    lint: 'pass-role-to-any-service',
    bad: policy(allow({ Action: 'iam:PassRole', Resource: '*' })),
    good: policy(
      allow({ Action: 'iam:PassRole', Resource: '*', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }),
    ),
    also: ['write-on-every-resource'],
  },
  {
    lint: 'escalation',
    bad: policy(
      allow({
        Action: ['iam:PassRole', 'ec2:RunInstances'],
        Resource: ['arn:aws:iam::123456789012:role/app', 'arn:aws:ec2:*:*:instance/*'],
      }),
    ),
    good: policy(
      allow({
        Action: ['iam:PassRole', 'ec2:RunInstances'],
        Resource: ['arn:aws:iam::123456789012:role/app', 'arn:aws:ec2:*:*:instance/*'],
      }),
      deny({ Action: 'ec2:RunInstances', Resource: '*' }),
    ),
  },
  {
    lint: 'key-without-administrators',
    kind: 'resource',
    bad: policy(opens({ AWS: ACCOUNT }, { Action: 'kms:Decrypt', Resource: '*' })),
    good: policy(opens({ AWS: ACCOUNT }, { Action: 'kms:*', Resource: '*' })),
  },
];

function idsOf(document: unknown, kind: PolicyKind): readonly string[] {
  return lintPolicy(document, options(kind)).map(({ id }) => id);
}

for (const { lint, kind = 'identity', bad, good, also } of cases) {
  test(`${lint}: told of the wrong policy, not of the right one`, () => {
    const found = idsOf(bad, kind);
    assert.ok(found.includes(lint), `found ${found.join(', ')}`);
    if (also) assert.deepEqual(found.filter((id) => id !== lint).toSorted(), also.toSorted());
    assert.ok(!idsOf(good, kind).includes(lint));
  });
}

test('every lint has a case', () => {
  assert.deepEqual(Object.keys(LINTS).toSorted(), cases.map(({ lint }) => lint).toSorted());
});

test('a finding says where it is, what stands there and what was probably meant', () => {
  const document = policy(allow({ Sid: 'Orders' }), allow({ Sid: 'Slip', Action: ['s3:PutObject', 's3:GetObjet'] }));
  assert.deepEqual(lintPolicy(document, options('identity')), [
    {
      id: 'action-unknown',
      level: 'error',
      path: 'Statement[1].Action',
      statement: 1,
      sid: 'Slip',
      text: 's3:GetObjet',
      hint: 's3:GetObject',
    },
  ]);
});

test('texts that are not known yet are passed over', () => {
  const unknown = '\uFFFC';
  const document = policy(
    allow({ Action: [`s3:${unknown}`], Resource: `arn:aws:s3:::${unknown}`, Condition: { [`${unknown}`]: { [unknown]: unknown } } }),
  );
  assert.deepEqual(lintPolicy(document, options('identity')), []);
});

test('whatever stands in place of a policy is told, not thrown', () => {
  for (const document of [
    null,
    7,
    [],
    {},
    { Statement: 7 },
    { Statement: [null, 7, {}] },
    policy({ Effect: {}, Action: [{}], Resource: null, Condition: [], Principal: 7 }),
  ])
    for (const kind of ['identity', 'resource', 'trust', 'scp', 'rcp', 'vpce'] as const)
      assert.ok(lintPolicy(document, options(kind)).length > 0);
});
