import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derivedFields, isDerivedField } from './index.ts';

const trail = (requestParameters: unknown, more: object = {}): Readonly<Record<string, unknown>> => ({
  eventName: 'PutBucketPolicy',
  recipientAccountId: '123456789012',
  requestParameters,
  ...more,
});
const statement = (more: object): object => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more });
const policy = (...statements: readonly object[]): object => ({ bucketPolicy: { Version: '2012-10-17', Statement: statements } });

const nobody = { 'kumomori.namesEverybody': [false] };
const told = (of: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(of).map(([name, values]) => [name.toLowerCase(), values]));

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, object])[] = [
  ['a call without parameters', trail(null), nobody],
  [
    'accounts in a policy: those of others only, each once',
    trail(
      policy(statement({ Principal: { AWS: ['arn:aws:iam::123456789012:root', '210987654321', 'arn:aws:iam::210987654321:role/app'] } })),
    ),
    { ...nobody, 'kumomori.foreignAccounts': ['210987654321'], 'kumomori.grantedAccounts': ['210987654321'] },
  ],
  [
    'a denied account is named, not let in',
    trail(policy(statement({ Effect: 'Deny', Principal: { AWS: '210987654321' } }))),
    { ...nobody, 'kumomori.foreignAccounts': ['210987654321'] },
  ],
  [
    'a policy as text, percent-encoded, elements in any case',
    trail({ policyDocument: encodeURIComponent(JSON.stringify({ statement: statement({ principal: { aws: '210987654321' } }) })) }),
    { ...nobody, 'kumomori.foreignAccounts': ['210987654321'], 'kumomori.grantedAccounts': ['210987654321'] },
  ],
  [
    'everybody beside a statement with a condition',
    trail(
      policy(
        statement({ Principal: { Service: 'sns.amazonaws.com' }, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        statement({ Principal: '*' }),
      ),
    ),
    { 'kumomori.namesEverybody': [true] },
  ],
  [
    'everybody of one organization',
    trail(policy(statement({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } } }))),
    nobody,
  ],
  ['nobody is everybody by a denial', trail(policy(statement({ Effect: 'Deny', Principal: '*' }))), nobody],
  [
    'what is added is shared, what is removed is not',
    trail({
      launchPermission: { add: { items: [{ userId: '210987654321' }] }, remove: { items: [{ userId: '210987654322' }, { group: 'all' }] } },
    }),
    { ...nobody, 'kumomori.foreignAccounts': ['210987654321', '210987654322'], 'kumomori.grantedAccounts': ['210987654321'] },
  ],
  [
    'a group that is everybody',
    trail({ createVolumePermission: { add: { items: [{ group: 'all' }] } } }),
    { 'kumomori.namesEverybody': [true] },
  ],
  [
    'an access control list for everybody',
    trail({
      AccessControlPolicy: { AccessControlList: { Grant: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } }] } },
    }),
    { 'kumomori.namesEverybody': [true] },
  ],
  [
    'an ARN is named, not let in',
    trail({ kmsKeyId: 'arn:aws:kms:us-east-1:210987654321:key/00000000-0000-4000-8000-000000000001', orderId: 'order-210987654322' }),
    { ...nobody, 'kumomori.foreignAccounts': ['210987654321'] },
  ],
  ['the account of load balancer logs is none', trail(policy(statement({ Principal: { AWS: 'arn:aws:iam::127311923021:root' } }))), nobody],
  [
    'without an own account nobody is foreign for certain',
    trail({ valuesToAdd: ['210987654321'] }, { recipientAccountId: undefined }),
    nobody,
  ],
  ['a text that is no policy', trail({ policy: '{"Statement": [' }), nobody],
];
for (const [title, record, expected] of cases)
  test(`derived fields of CloudTrail: ${title}`, () => assert.deepEqual(derivedFields('aws.cloudtrail', record), told(expected)));

const google = (actor: string, ...deltas: readonly object[]): Readonly<Record<string, unknown>> => ({
  protoPayload: { authenticationInfo: { principalEmail: actor }, serviceData: { policyDelta: { bindingDeltas: deltas } } },
});
const delta = (action: string, member: string): object => ({ action, role: 'roles/viewer', member });

test('members that a policy of Google Cloud gains are told from those it loses, and from those of other domains', () => {
  const record = google(
    'alice@example.com',
    delta('ADD', 'user:bob@example.net'),
    delta('ADD', 'group:ops@eu.example.com'),
    delta('REMOVE', 'allUsers'),
  );
  assert.deepEqual(
    derivedFields('gcp.audit', record),
    told({
      'kumomori.addedMembers': ['user:bob@example.net', 'group:ops@eu.example.com'],
      'kumomori.foreignMembers': ['user:bob@example.net'],
      'kumomori.namesEverybody': [false],
    }),
  );
});

test('a service account has no domain of its own: nobody is foreign to it', () => {
  const record = google('deploy@orders-project.iam.gserviceaccount.com', delta('ADD', 'user:bob@example.net'), delta('ADD', 'allUsers'));
  assert.deepEqual(
    derivedFields('gcp.audit', record),
    told({ 'kumomori.addedMembers': ['user:bob@example.net', 'allUsers'], 'kumomori.namesEverybody': [true] }),
  );
});

test('logs without derived fields have none, and hostile requests end', () => {
  assert.deepEqual(derivedFields('okta.system', { requestParameters: { principal: '210987654321' } }), {});
  let deep: unknown = '210987654321';
  for (let depth = 0; depth < 5000; depth++) deep = { principal: [deep] };
  assert.deepEqual(derivedFields('aws.cloudtrail', trail(deep)), told(nobody));
  const many = Array.from({ length: 20_000 }, (_, index) => String(200_000_000_000 + index));
  assert.ok((derivedFields('aws.cloudtrail', trail({ principals: many }))['kumomori.grantedaccounts'] ?? []).length < 6000);
});

test('names of derived fields are taken in any case, others are not', () => {
  assert.ok(isDerivedField('kumomori.foreignAccounts') && isDerivedField('Kumomori.unheardOf'));
  assert.ok(!isDerivedField('kumomori') && !isDerivedField('requestParameters.kumomori.foreignAccounts'));
});
