import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { Reaching } from '../changes/index.ts';
import { changesOf } from '../changes/index.ts';
import type { Answered } from './answered.ts';
import { questionOf } from './answered.ts';
import { staleQuestions } from './stale-questions.ts';

/** Users of a directory with keys, and groups: a service without tables of its own. */
const service = 'transfer';
const listing: Answered = { call: { operation: 'ListUsers' }, input: {}, about: [null], above: [], isWhole: true };
const groups: Answered = { ...listing, call: { operation: 'ListGroups' } };

function aboutUser(name: string, keys: readonly string[]): readonly Answered[] {
  const item = { UserName: name, Arn: `arn:aws:transfer:eu-west-1:123456789012:user/${name}`, Home: '/orders' };
  const ask = (operation: string): Answered => ({
    ...{ call: { operation }, input: { UserName: name }, about: [item, null], above: [listing], isWhole: true },
  });
  const list = ask('ListKeys');
  const used = keys.map((KeyId): Answered => ({
    call: { operation: 'GetKeyUse' },
    input: { KeyId },
    about: [{ KeyId }, item, null],
    above: [list, listing],
    isWhole: true,
  }));
  return [ask('GetLogin'), list, ...used];
}

const known = [listing, ...aboutUser('alice', ['key-1', 'key-2']), ...aboutUser('bob', ['key-3']), groups];

function staleAfter(...events: readonly (readonly [name: string, parameters: JsonObject])[]): readonly string[] {
  const changes = changesOf(
    'aws',
    events.map(([eventName, requestParameters]) => ({ eventSource: `${service}.amazonaws.com`, eventName, requestParameters })),
  );
  const stale = staleQuestions(known, changes.reaching({ account: '123456789012', region: 'eu-west-1', service }));
  return known.map(({ call, input }) => questionOf(call, input)).filter((key) => stale.has(key));
}
const listings = ['ListUsers {}', 'ListGroups {}'];
const ofAlice = [
  'GetLogin {"UserName":"alice"}',
  'ListKeys {"UserName":"alice"}',
  'GetKeyUse {"KeyId":"key-1"}',
  'GetKeyUse {"KeyId":"key-2"}',
];
const everything = known.map(({ call, input }) => questionOf(call, input));

test('without events nothing is asked again', () => {
  assert.deepEqual(staleAfter(), []);
});

test('a changed thing: all about it and what belongs to it, and the listings', () => {
  assert.deepEqual(staleAfter(['UpdateUser', { userName: 'alice' }]), ['ListUsers {}', ...ofAlice, 'ListGroups {}']);
});

test('a thing that belongs to another one: what led to it as well', () => {
  assert.deepEqual(staleAfter(['DeleteKey', { keyId: 'key-3' }]), [
    'ListUsers {}',
    'ListKeys {"UserName":"bob"}',
    'GetKeyUse {"KeyId":"key-3"}',
    'ListGroups {}',
  ]);
});

test('a new thing, and what is done with it: the listings lead to it', () => {
  const made = ['CreateUser', { userName: 'carol' }] as const;
  assert.deepEqual(staleAfter(made, ['UpdateUser', { userName: 'carol' }]), listings);
});

test('a thing by a name that nobody knows may be any of them', () => {
  assert.deepEqual(staleAfter(['UpdateUser', { alias: 'somebody' }]), everything);
});

test('what was cut off or failed in passing is asked again in any case', () => {
  const torn = staleQuestions([{ ...listing, isWhole: false }, groups], []);
  assert.deepEqual([...torn], ['ListUsers {}']);
});

const name = fc.stringMatching(/^[a-z][a-z0-9-]{3,20}$/);
const spelled = (user: string): fc.Arbitrary<JsonObject> =>
  fc.constantFrom<JsonObject>(
    { userName: user },
    { UserName: user.toUpperCase() },
    { target: { arn: `arn:aws:transfer:eu-west-1:123456789012:user/${user}` } },
    { users: [{ name: user }] },
    { url: `https://transfer.example.com/users/${user}` },
  );

test('however an event spells the name of a thing, everything about it is asked again', () => {
  const estates = fc
    .uniqueArray(name, { minLength: 1, maxLength: 8 })
    .chain((users) => fc.constantFrom(...users).chain((user) => spelled(user).map((parameters) => ({ users, user, parameters }))));
  fc.assert(
    fc.property(estates, ({ users, user, parameters }) => {
      const answers = [listing, ...users.flatMap((each) => aboutUser(each, [`${each}-key`]))];
      const { reaching } = changesOf('aws', [
        { eventSource: `${service}.amazonaws.com`, eventName: 'UpdateUser', requestParameters: parameters },
      ]);
      const events: readonly Reaching[] = reaching({ account: '123456789012', region: 'eu-west-1', service });
      const stale = staleQuestions(answers, events);
      const about = answers.filter((each) => each === listing || each.about.some((item) => textOf(item ?? undefined, 'UserName') === user));
      assert.deepEqual(
        about.filter(({ call, input }) => !stale.has(questionOf(call, input))),
        [],
      );
      // Others only when one name stands in another's ARN.
      assert.ok(stale.size <= answers.length);
    }),
    { numRuns: 200 },
  );
});
