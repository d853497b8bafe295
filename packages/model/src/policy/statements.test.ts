/** Which statements open a resource to everyone. Rules: Amazon S3 User Guide, "The meaning of public"; IAM User Guide, condition operators. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PolicyCondition, PolicyStatement } from './document.ts';
import {
  anyStatement,
  coversAction,
  coversAllActions,
  coversAllResources,
  deniesPlainHttp,
  findStatement,
  grantsEveryone,
  matchesPattern,
} from './statements.ts';

const statement = (parts: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...{ sid: undefined, effect: 'Allow', principals: [{ type: 'AWS', value: '*' }], notPrincipals: [] },
  ...{ actions: ['s3:GetObject'], notActions: [], resources: ['arn:aws:s3:::orders-bucket/*'], notResources: [], conditions: [] },
  ...parts,
});
const when = (operator: string, key: string, ...values: readonly string[]): PolicyCondition => ({ operator, key, values });
const HOLE = '\uFFFC';
const account = '123456789012';

const principals: readonly (readonly [string, Partial<PolicyStatement>, boolean])[] = [
  ['everyone', {}, true],
  ['an account', { principals: [{ type: 'AWS', value: account }] }, false],
  [
    'an account and everyone',
    {
      principals: [
        { type: 'AWS', value: account },
        { type: 'AWS', value: '*' },
      ],
    },
    true,
  ],
  ['the root of an account', { principals: [{ type: 'AWS', value: `arn:aws:iam::${account}:root` }] }, false],
  ['a role that is not known yet', { principals: [{ type: 'AWS', value: HOLE }] }, false],
  ['a service', { principals: [{ type: 'Service', value: 'logs.amazonaws.com' }] }, false],
  ['an identity provider', { principals: [{ type: 'Federated', value: 'accounts.google.com' }] }, false],
  ['a canonical user', { principals: [{ type: 'CanonicalUser', value: 'abc' }] }, false],
  ['nobody', { principals: [] }, false],
  ['everyone but one', { principals: [], notPrincipals: [{ type: 'AWS', value: account }] }, true],
  ['everyone, denied', { effect: 'Deny' }, false],
];

// Conditions on an Allow for everyone, and whether it is still public.
const conditions: readonly (readonly [string, readonly PolicyCondition[], boolean])[] = [
  ['no condition', [], true],
  ['its own account', [when('StringEquals', 'aws:PrincipalAccount', account)], false],
  ['keys are read without regard to case', [when('stringequals', 'AWS:PRINCIPALACCOUNT', account)], false],
  ['its own organization', [when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')], false],
  ['any organization', [when('StringLike', 'aws:PrincipalOrgID', 'o-*')], true],
  ['an organization or anything', [when('StringLike', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5', '*')], true],
  ['an organization, if there is one', [when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')], true],
  ['any organization but one', [when('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')], true],
  ['some organization', [when('Null', 'aws:PrincipalOrgID', 'false')], true],
  ['an organizational unit', [when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*')], false],
  ['any organizational unit', [when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-*/*')], true],
  ['for all values, which none satisfies', [when('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*')], true],
  ['a role', [when('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/reader-*`)], false],
  ['every role of an account', [when('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:*`)], false],
  ['a role of any account', [when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/reader')], true],
  ['any principal', [when('StringLike', 'aws:PrincipalArn', '*')], true],
  ['a user id', [when('StringLike', 'aws:userid', 'AROAEXAMPLEID:*')], false],
  ['a user name, which others may give', [when('StringEquals', 'aws:username', 'alice')], true],
  ['a tag, which others may give', [when('StringEquals', 'aws:PrincipalTag/team', 'orders')], true],
  ['what the caller brings along', [when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}')], true],
  ['an address range', [when('IpAddress', 'aws:SourceIp', '203.0.113.0/24')], false],
  ['several address ranges', [when('IpAddress', 'aws:SourceIp', '203.0.113.0/24', '2001:db8::/32')], false],
  ['every address', [when('IpAddress', 'aws:SourceIp', '0.0.0.0/0')], true],
  ['a range and every address', [when('IpAddress', 'aws:SourceIp', '203.0.113.0/24', '::/0')], true],
  ['every address in two halves', [when('IpAddress', 'aws:SourceIp', '0.0.0.0/1', '128.0.0.0/1')], true],
  ['every address in four parts', [when('IpAddress', 'aws:SourceIp', '0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/2')], true],
  ['an address range that is not known yet', [when('IpAddress', 'aws:SourceIp', HOLE)], false],
  ['every address but some', [when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24')], true],
  ['addresses as text', [when('StringEquals', 'aws:SourceIp', '203.0.113.7')], true],
  ['private addresses, which others have too', [when('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/8')], true],
  ['a VPC', [when('StringEquals', 'aws:SourceVpc', 'vpc-0a1b2c3d')], false],
  ['any VPC', [when('StringLike', 'aws:SourceVpc', 'vpc-*')], true],
  ['a VPC endpoint', [when('StringEquals', 'aws:SourceVpce', 'vpce-0a1b2c3d')], false],
  ['a VPC endpoint that is not known yet', [when('StringEquals', 'aws:SourceVpce', HOLE)], false],
  ['any VPC endpoint but one', [when('StringNotEquals', 'aws:SourceVpce', 'vpce-0a1b2c3d')], true],
  ['events of a bucket', [when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::orders-bucket')], false],
  ['events of any bucket', [when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*')], true],
  ['events of a topic', [when('ArnEquals', 'aws:SourceArn', `arn:aws:sns:eu-west-1:${account}:orders`)], false],
  ['events of a topic anywhere in an account', [when('ArnLike', 'aws:SourceArn', `arn:aws:sns:*:${account}:*`)], false],
  ['events of a topic of any account', [when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:*:orders')], true],
  ['events of anything', [when('ArnLike', 'aws:SourceArn', 'arn:aws:*:*:*:*')], true],
  ['events of an account', [when('StringEquals', 'aws:SourceAccount', account)], false],
  ['events of any account', [when('StringLike', 'aws:SourceAccount', '*')], true],
  ['events of an account, if known', [when('StringEqualsIfExists', 'aws:SourceAccount', account)], true],
  ['events of an owner', [when('StringEquals', 'AWS:SourceOwner', account)], false],
  ['an access point of an account', [when('StringEquals', 's3:DataAccessPointAccount', account)], false],
  ['callers of a key', [when('StringEquals', 'kms:CallerAccount', account)], false],
  ['callers through a service', [when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com')], true],
  ['encrypted requests', [when('Bool', 'aws:SecureTransport', 'true')], true],
  ['a user agent', [when('StringLike', 'aws:UserAgent', 'secret-*')], true],
  ['a referrer', [when('StringLike', 'aws:Referer', 'https://www.example.com/*')], true],
  ['until a day', [when('DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z')], true],
  ['with a second factor', [when('Bool', 'aws:MultiFactorAuthPresent', 'true')], true],
  ['a prefix of keys', [when('StringLike', 's3:prefix', 'public/*')], true],
  [
    'an open condition and one that narrows',
    [when('Bool', 'aws:SecureTransport', 'true'), when('StringEquals', 'aws:SourceAccount', account)],
    false,
  ],
  ['two open conditions', [when('Bool', 'aws:SecureTransport', 'true'), when('IpAddress', 'aws:SourceIp', '0.0.0.0/0')], true],
];

for (const [title, parts, expected] of [
  ...principals,
  ...conditions.map(([title, all, open]) => [title, { conditions: all }, open] as const),
]) {
  test(`public ${expected ? 'yes' : 'no'}: ${title}`, () => {
    assert.equal(grantsEveryone(statement(parts)), expected);
  });
}

const actions: readonly (readonly [readonly string[], readonly string[], string, boolean])[] = [
  [['s3:GetObject'], [], 's3:GetObject', true],
  [['S3:getobject'], [], 's3:GetObject', true],
  [['s3:Get*'], [], 's3:GetObject', true],
  [['s3:?etObject'], [], 's3:GetObject', true],
  [['*'], [], 's3:GetObject', true],
  [['s3:GetObjectAcl'], [], 's3:GetObject', false],
  [['s3:GetObjec'], [], 's3:GetObject', false],
  [[], ['s3:Delete*'], 's3:GetObject', true],
  [[], ['s3:Get*'], 's3:GetObject', false],
  [[], ['iam:*', '*'], 's3:GetObject', false],
  [[], [], 's3:GetObject', false],
];
for (const [allowed, but, action, expected] of actions) {
  test(`actions [${allowed.join()}] but [${but.join()}] ${expected ? 'cover' : 'do not cover'} ${action}`, () => {
    assert.equal(coversAction(statement({ actions: allowed, notActions: but }), action), expected);
  });
}

test('every action and every resource are what stands for all of them, not for all of a service', () => {
  assert.deepEqual(
    [['*'], ['*:*'], ['s3:*'], [], ['s3:*', '*']].map((each) => coversAllActions(statement({ actions: each }))),
    [true, true, false, false, true],
  );
  assert.deepEqual(
    [['*'], ['arn:aws:*:*:*:*'], ['arn:aws:s3:::*'], [], ['arn:aws:s3:::a', '*']].map((each) =>
      coversAllResources(statement({ resources: each })),
    ),
    [true, true, false, false, true],
  );
});

const secure = when('Bool', 'aws:SecureTransport', 'false');
const guards: readonly (readonly [string, Partial<PolicyStatement>, boolean])[] = [
  ['the usual guard', { conditions: [secure] }, true],
  ['also when the key is missing', { conditions: [when('BoolIfExists', 'aws:SecureTransport', 'false')] }, true],
  ['written in capitals', { conditions: [when('bool', 'AWS:SecureTransport', 'FALSE')] }, true],
  ['of every action of the service', { conditions: [secure], actions: ['s3:*'] }, true],
  ['of one action only', { conditions: [secure], actions: ['s3:GetObject'] }, false],
  ['the wrong way round', { conditions: [when('Bool', 'aws:SecureTransport', 'true')] }, false],
  ['without a condition', { conditions: [] }, false],
  ['that allows', { conditions: [secure], effect: 'Allow' }, false],
  ['for an account only', { conditions: [secure], principals: [{ type: 'AWS', value: account }] }, false],
  ['for some addresses only', { conditions: [secure, when('IpAddress', 'aws:SourceIp', '203.0.113.0/24')] }, false],
  ['that spares AWS services', { conditions: [secure, when('Bool', 'aws:PrincipalIsAWSService', 'false')] }, true],
];
for (const [title, parts, expected] of guards) {
  test(`plain HTTP is ${expected ? '' : 'not '}refused by a Deny ${title}`, () => {
    const guard = statement({ effect: 'Deny', actions: ['s3:GetObject', 's3:PutObject'], ...parts });
    assert.equal(deniesPlainHttp(guard, ['s3:GetObject', 's3:PutObject']), expected);
  });
}

test('no document has no statement', () => {
  assert.equal(
    findStatement(undefined, () => true),
    undefined,
  );
  assert.equal(
    anyStatement(undefined, () => true),
    false,
  );
  assert.equal(anyStatement({ version: '2012-10-17', statements: [statement()] }, grantsEveryone), true);
});

test('patterns match like the regular expression they stand for', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', ':', '.', '*', '?'), { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
      assert.equal(matchesPattern(pattern, text), new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 1000 },
  );
});

test('a pattern full of wildcards is no trap', () => {
  assert.equal(matchesPattern(`${'*a'.repeat(300)}b`, 'a'.repeat(3000)), false);
});
