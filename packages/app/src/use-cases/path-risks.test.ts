import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severities } from '@kumomori/model';
import fc from 'fast-check';
import type { RiskPlace, RiskyPath } from './path-risks.ts';
import { PathRisks } from './path-risks.ts';

const ssh: RiskyPath = {
  ...{
    id: '01',
    severity: 'critical',
    risk: 0.23,
    title: { en: 'From the internet by SSH to orders', ja: 'インターネットから SSH で orders' },
  },
  nodes: new Set(['aws_instance.ops', 'module.orders.aws_s3_bucket.this']),
  doors: new Map([['aws_security_group.ops', new Set(['security group'] as const)]]),
  main: new Set(['aws_instance.ops', 'module.orders.aws_s3_bucket.this', 'aws_security_group.ops']),
  lines: [
    { file: 'main.tf', line: 20 },
    { file: 'modules/bucket/main.tf', line: 10 },
    { file: 'roles.tf', line: 12 },
  ],
};

const place = (address: string, over: Partial<RiskPlace> = {}): RiskPlace => ({
  ...{ address, file: 'other.tf', startLine: 1, endLine: 9, door: null, evidence: [] },
  ...over,
});

const ask = (over: RiskPlace, original: (typeof severities)[number] = 'medium', isFixed = false) =>
  new PathRisks([ssh]).riskOf(over, { current: original, original, isFixed });

test('a rule that lets the path pass becomes as grave as the path, and says why', () => {
  assert.deepEqual(ask(place('aws_security_group.ops', { door: 'security group' })), {
    ...{ paths: ['01'], role: 'opens', score: 23, severity: 'critical', originalSeverity: 'medium' },
    because: {
      en: 'it opens an attack path: From the internet by SSH to orders (risk 23)',
      ja: '攻撃経路を開いています: インターネットから SSH で orders(リスク 23)',
    },
  });
});

test('what only lies on the path keeps its severity and counts half', () => {
  const risk = ask(place('aws_instance.ops'));
  assert.deepEqual([risk?.role, risk?.severity, risk?.score], ['part', 'medium', 12]);
});

test('the statement that closes the path is found by its line, its role by the address', () => {
  const policy = { file: 'roles.tf', startLine: 5, endLine: 30 };
  const inside = ask(place('aws_iam_role_policy.ops', { ...policy, evidence: [{ file: 'roles.tf', line: 14, isOwn: false }] }));
  const before = ask(place('aws_iam_role_policy.ops', { ...policy, evidence: [{ file: 'roles.tf', line: 7, isOwn: false }] }));
  assert.deepEqual([inside?.role, before?.role], ['opens', 'part']);
});

test('other buckets of the same module lie on no path', () => {
  const block = { file: 'modules/bucket/main.tf', startLine: 10, endLine: 16 };
  assert.equal(ask(place('module.logs.aws_s3_bucket.this', block)), null);
  assert.equal(ask(place('module.orders.aws_s3_bucket.this', block))?.role, 'part');
});

test('missing tags and severities of the user stay as they are', () => {
  const door = place('aws_security_group.ops', { door: 'security group' });
  assert.deepEqual(
    [ask(door, 'low')?.severity, ask(door, 'medium', true)?.severity, ask(door, 'high')?.severity],
    ['low', 'medium', 'critical'],
  );
});

const addresses = ['aws_instance.a', 'aws_instance.b', 'aws_security_group.c', 'aws_iam_role.d', 'module.m.aws_s3_bucket.e'];
const aLine = fc.record({ file: fc.constantFrom('a.tf', 'b.tf'), line: fc.integer({ min: 1, max: 30 }) });
const some = fc.subarray(addresses).map((list) => new Set(list));
const doorKinds = fc.subarray(['security group', 'nacl'] as const, { minLength: 1 }).map((kinds) => new Set(kinds));
const someDoors = fc.dictionary(fc.constantFrom(...addresses), doorKinds).map((doors) => new Map(Object.entries(doors)));
const paths = fc.array(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    severity: fc.constantFrom(...severities),
    risk: fc.double({ min: 0, max: 1, noNaN: true }),
    title: fc.constant({ en: 'way', ja: '経路' }),
    ...{ nodes: some, doors: someDoors, main: some, lines: fc.array(aLine) },
  }),
  { maxLength: 8 },
);
const places = fc.record({
  address: fc.constantFrom(...addresses),
  file: fc.constantFrom('a.tf', 'b.tf'),
  startLine: fc.integer({ min: 1, max: 15 }),
  endLine: fc.integer({ min: 15, max: 30 }),
  door: fc.constantFrom('security group', 'nacl', null),
  evidence: fc.array(
    fc.tuple(aLine, fc.boolean()).map(([line, isOwn]) => ({ ...line, isOwn })),
    { maxLength: 4 },
  ),
});

test('a path less never raises the risk of a finding, a path more never lowers it', () => {
  fc.assert(
    fc.property(paths, fc.nat(), places, fc.constantFrom(...severities), (all, at, where, severity) => {
      const fewer = all.filter((_path, index) => index !== at % Math.max(1, all.length));
      const levels = { current: severity, original: severity, isFixed: false };
      const [more, less] = [new PathRisks(all), new PathRisks(fewer)].map((risks) => risks.riskOf(where, levels));
      const rank = (of: typeof more): number => severities.indexOf(of?.severity ?? severity);
      assert.ok((less?.score ?? 0) <= (more?.score ?? 0));
      assert.ok(rank(less) >= rank(more) && rank(more) <= severities.indexOf(severity));
    }),
    { numRuns: process.env['KUMOMORI_TEST_PACKAGE'] === '1' ? 1000 : 300 },
  );
});
