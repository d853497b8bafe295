/** Proposals never refuse what was used: random policies and random events. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIamActions } from '@kumomori/content';
import type { ActionCatalogueData } from '@kumomori/engine';
import { IamWorld, UsageLog, createActionCatalogue, evaluateAccess, proposeLeastPrivilege } from '@kumomori/engine';
import type { AwsGrant, AwsUser, EntityBase, Json, Range } from '@kumomori/model';
import { Estate } from '@kumomori/model';
import fc from 'fast-check';

const text = await loadIamActions();
assert.ok(text, 'the catalogue of actions is installed');
const data = JSON.parse(text) as ActionCatalogueData; // written by scripts/iam-actions.ts in exactly this shape

/**
 * Every run goes through all that `*` stands for. With the services that policies and events speak of, and two of which nobody does, that is
 * a twentieth of AWS: more runs in less time. All of AWS has its turn where CI runs everything.
 */
const SERVICES = new Set(['s3', 'dynamodb', 'ec2', 'iam', 'sns', 'sqs']);
const isWhole = process.env['KUMOMORI_TEST_PACKAGE'] === '1';
const catalogue = createActionCatalogue(isWhole ? data : { ...data, services: data.services.filter(([name]) => SERVICES.has(name)) });

const ACCOUNT = '123456789012';
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const BOB = `arn:aws:iam::${ACCOUNT}:user/bob`;
const place: Range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };

function base(id: string): EntityBase {
  return { id, node: id, names: [id], type: 'aws_iam_user', account: ACCOUNT, region: null, place, uncertain: false, tags: {} };
}

function user(id: string): AwsUser {
  const rest = { boundary: undefined, hasPassword: false, hasMfa: false, idleDays: undefined };
  return { ...base(id), kind: 'aws.user', name: id.split('/')[1] ?? '', path: '/', isStub: false, ...rest };
}

function grant(nth: number, holders: readonly string[], statements: readonly object[]): AwsGrant {
  const own = { ...place, start: nth, end: nth };
  const document = {
    document: { Version: '2012-10-17', Statement: statements },
    statements: statements.map(() => own),
    place: own,
    rest: null,
  };
  return {
    ...base(`policy-${nth}`),
    place: own,
    kind: 'aws.grant',
    holderKind: 'aws.user',
    holders: { items: holders, rest: null },
    policy: undefined,
    document,
  };
}

interface Called {
  readonly source: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What AWS checks, written out once more. */
  readonly action: string;
  readonly resource: string;
  readonly isData: boolean;
}

const key = fc.constantFrom('2026/07/a.csv', '2026/08/b.csv', 'in/c.csv', 'in/d.csv', 'in/e.csv', 'f');
const bucket = fc.constantFrom('orders-bucket', 'logs-bucket');
const table = fc.constantFrom('orders', 'orders-old', 'customers');
const called: fc.Arbitrary<Called> = fc.oneof(
  fc
    .tuple(bucket, key, fc.constantFrom(['HeadObject', 's3:GetObject'] as const, ['PutObject', 's3:PutObject'] as const))
    .map(([bucketName, object, [name, action]]): Called => ({
      ...{
        source: 's3',
        name,
        action,
        isData: true,
        parameters: { bucketName, key: object },
        resource: `arn:aws:s3:::${bucketName}/${object}`,
      },
    })),
  bucket.map((bucketName): Called => ({
    ...{
      source: 's3',
      name: 'GetBucketAcl',
      action: 's3:GetBucketAcl',
      isData: false,
      parameters: { bucketName },
      resource: `arn:aws:s3:::${bucketName}`,
    },
  })),
  fc.tuple(table, fc.constantFrom('DescribeTable', 'UpdateTable')).map(([tableName, name]): Called => ({
    ...{ source: 'dynamodb', name, action: `dynamodb:${name}`, isData: false, parameters: { tableName } },
    resource: `arn:aws:dynamodb:ap-northeast-1:${ACCOUNT}:table/${tableName}`,
  })),
  fc.constantFrom('DescribeInstances', 'DescribeVpcs').map((name): Called => ({
    ...{ source: 'ec2', name, action: `ec2:${name}`, isData: false, parameters: {}, resource: '*' },
  })),
);

const action = fc.constantFrom(
  '*',
  's3:*',
  's3:Get*',
  's3:PutObject',
  's3:GetObject',
  'dynamodb:*',
  'dynamodb:Describe*',
  'ec2:*',
  'ec2:Describe*',
  'iam:*',
);
const resource = fc.constantFrom(
  ...['*', 'arn:aws:s3:::*', 'arn:aws:s3:::orders-bucket/*', 'arn:aws:s3:::*/in/*', 'arn:aws:s3:::orders-bucket'],
  ...['arn:aws:dynamodb:*:*:table/*', `arn:aws:dynamodb:ap-northeast-1:${ACCOUNT}:table/orders*`],
);
const condition = fc.constantFrom<object>(
  {},
  {},
  { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
  { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
);
const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    fc.uniqueArray(action, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(resource, { minLength: 1, maxLength: 2 }),
    condition,
    fc.boolean(),
  )
  .map(([Effect, actions, Resource, more, isNegated]): object => ({
    Effect,
    ...(isNegated && Effect === 'Allow' ? { NotAction: ['iam:*', ...actions.slice(1)] } : { Action: actions }),
    Resource,
    ...more,
  }));

test('no proposal, nor all of them together, refuses an event that the policies of before let through', () => {
  let [proposals, replayed] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(called, fc.constantFrom(ALICE, BOB), fc.constantFrom('192.0.2.7', '203.0.113.9')), {
        minLength: 20,
        maxLength: 80,
      }),
      (policies, events) => {
        const world = new IamWorld(
          new Estate([user(ALICE), user(BOB), ...policies.map((each, nth) => grant(nth, nth === 0 ? ['alice', 'bob'] : ['alice'], each))]),
          { catalogue },
        );
        const log = new UsageLog({ catalogue });
        for (const [nth, [each, who, address]] of events.entries()) log.add(record(each, { nth, who, address }));
        const result = proposeLeastPrivilege(world, log, {
          catalogue,
          liveAccounts: new Set(),
          now: '2026-11-22T00:00:00Z',
          days: 90,
          since: null,
        });
        proposals += result.proposals.length;
        const after = new Map(result.proposals.map(({ policy, reduced }) => [policy.place?.start, reduced.document]));
        for (const [each, who, address] of events) {
          const held = policies.flatMap((statements, nth) =>
            nth === 0 || who === ALICE ? [{ nth, document: { Version: '2012-10-17', Statement: statements } }] : [],
          );
          const before = held.map(({ document }) => document);
          if (!isAllowed(who, each, { address, identity: before })) continue;
          replayed += 1;
          const proposed = held.flatMap(({ nth, document }) => (after.has(nth) ? (after.get(nth) ?? []) : document));
          assert.ok(isAllowed(who, each, { address, identity: proposed }), `${each.action} on ${each.resource} by ${who}`);
          for (const [nth, document] of after) {
            const alone = held.flatMap((one) => (one.nth === nth ? (document ?? []) : one.document));
            assert.ok(isAllowed(who, each, { address, identity: alone }));
          }
        }
      },
    ),
    { numRuns: isWhole ? 25 : 60, seed: 7 },
  );
  assert.ok(proposals > 20 && replayed > 100, `${proposals} proposals, ${replayed} events`);
});

function record({ source, name, parameters, isData }: Called, { nth, who, address }: { nth: number; who: string; address: string }): Json {
  return {
    eventID: `event-${nth}`,
    eventTime: new Date(Date.UTC(2026, 9, 1, 0, nth)).toISOString(),
    eventSource: `${source}.amazonaws.com`,
    eventName: name,
    awsRegion: 'ap-northeast-1',
    recipientAccountId: ACCOUNT,
    sourceIPAddress: address,
    eventCategory: isData ? 'Data' : 'Management',
    readOnly: /^(?:Get|Head|Describe)/.test(name),
    requestParameters: parameters,
    userIdentity: { type: 'IAMUser', arn: who, accountId: ACCOUNT },
  };
}

function isAllowed(
  who: string,
  { action: asked, resource: on }: Called,
  { address, identity }: { address: string; identity: readonly unknown[] },
): boolean {
  const policies = { identity, resource: null, boundary: null, session: null, scp: null, rcp: null, vpce: null };
  const request = { principal: who, action: asked, resource: on, resourceAccount: ACCOUNT, context: { 'aws:SourceIp': address } };
  return evaluateAccess({ request, policies, mode: 'strict' }, catalogue).decision === 'allow';
}
