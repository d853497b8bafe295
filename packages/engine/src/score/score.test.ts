import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ScoreAsset, ScoreFinding } from './index.ts';
import { defaultScoreModel, estateScore, securityHubScore, threatScore } from './index.ts';

const asset = (id: string, given: Partial<ScoreAsset> = {}): ScoreAsset => ({
  ...{ id, tier: null, environment: 'production', holdsSensitiveData: false, isAssessed: true },
  ...given,
});
const finding = (key: string, given: Partial<ScoreFinding> = {}): ScoreFinding => ({
  ...{
    key,
    assetId: 'orders-bucket',
    checkId: 'aws-s3-bucket-versioning',
    severity: 'high',
    state: 'open',
    verdict: 'fail',
    isStale: false,
  },
  ...{ exposure: 'none', pathScore: null, department: 'payments' },
  ...given,
});
const scoreOf = (assets: readonly ScoreAsset[], findings: readonly ScoreFinding[]): number => {
  const { score } = estateScore(assets, findings, defaultScoreModel);
  assert.ok(score !== null);
  return score;
};
const orders = asset('orders-bucket');

test('an estate without findings has 100 points, one without assets none', () => {
  assert.deepEqual(estateScore([orders], [], defaultScoreModel), {
    ...{ score: 100, band: { low: 100, high: 100 }, acceptedPoints: 0, contributions: [], undecided: 0 },
    assets: { assessed: 1, notAssessed: 0 },
  });
  const { score, band } = estateScore([asset('orders-bucket', { isAssessed: false })], [], defaultScoreModel);
  assert.deepEqual([score, band], [null, null]);
});

test('the lost points are the root of the share of value at risk, and are explained', () => {
  const assets = [orders, asset('logs-bucket'), asset('backups-bucket', { environment: 'staging' })];
  const findings = [finding('f1'), finding('f2', { assetId: 'backups-bucket', severity: 'critical', state: 'exception' })];
  const { score, contributions, acceptedPoints } = estateScore(assets, findings, defaultScoreModel);
  // 8 · 0.35 + 4 · 0.7 of 20 are lost.
  const lost = 100 * Math.sqrt(5.6 / 20);
  assert.ok(Math.abs((score ?? 0) - (100 - lost)) < 1e-9);
  assert.deepEqual(
    contributions.map(({ key, points, isAccepted }) => [key, Math.round(points * 100) / 100, isAccepted]),
    [
      ['f1', 26.46, false],
      ['f2', 26.46, true],
    ],
  );
  assert.ok(Math.abs(acceptedPoints - lost / 2) < 1e-9);
});

test('what opens a path or is reachable costs more; what is false or verified costs nothing', () => {
  const plain = scoreOf([orders], [finding('f1')]);
  assert.ok(scoreOf([orders], [finding('f1', { exposure: 'reachable' })]) < plain);
  assert.ok(scoreOf([orders], [finding('f1', { pathScore: 90 })]) < plain);
  assert.ok(scoreOf([orders], [finding('f1', { exposure: 'not-reachable' })]) > plain);
  assert.equal(scoreOf([orders], [finding('f1', { state: 'false-positive' })]), 100);
  assert.equal(scoreOf([orders], [finding('f1', { state: 'fixed-unverified' })]), plain);
});

test('what could not be judged moves the band and not the score', () => {
  const known = scoreOf([orders], [finding('f1')]);
  const findings = [finding('f1', { isStale: true }), finding('f2', { checkId: 'aws-s3-bucket-logging', verdict: 'unknown' })];
  const { score, band, undecided, assets } = estateScore([orders, asset('vault', { isAssessed: false })], findings, defaultScoreModel);
  assert.equal(score, known);
  assert.deepEqual([undecided, assets.notAssessed, band?.high], [2, 1, 100]);
  assert.ok((band?.low ?? 100) < known);
});

const assets = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    tier: fc.constantFrom<ScoreAsset['tier']>(1, 2, 3, 4, null),
    environment: fc.constantFrom<ScoreAsset['environment']>('production', 'staging', 'development', 'sandbox', 'unknown'),
    holdsSensitiveData: fc.constantFrom(true, false, null),
    isAssessed: fc.constantFrom(true, true, true, false),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);
const findings = fc.uniqueArray(
  fc.record({
    key: fc.integer({ min: 0, max: 40 }).map(String),
    assetId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    checkId: fc.constantFrom('one', 'two', 'three'),
    severity: fc.constantFrom<ScoreFinding['severity']>('critical', 'high', 'medium', 'low', 'info'),
    state: fc.constantFrom<ScoreFinding['state']>('new', 'open', 'exception', 'false-positive', 'fixed-unverified', 'verified'),
    verdict: fc.constantFrom<ScoreFinding['verdict']>('fail', 'fail', 'unknown', 'pass'),
    isStale: fc.boolean(),
    exposure: fc.constantFrom<ScoreFinding['exposure']>('reachable', 'not-reachable', 'unknown', 'none'),
    pathScore: fc.option(fc.integer({ min: 0, max: 100 })),
    department: fc.constantFrom('payments', null),
  }),
  { selector: ({ key }) => key, maxLength: 12 },
);
const EPSILON = 1e-9;
const compliant = asset('z', { tier: 1, holdsSensitiveData: true });

test('the score lies between 0 and 100, inside its band, and its contributions are the points that are lost', () => {
  fc.assert(
    fc.property(assets, findings, (given, found) => {
      const { score, band, contributions } = estateScore(given, found, defaultScoreModel);
      if (score === null || band === null) return;
      assert.ok(0 <= score && score <= 100 && 0 <= band.low && band.high <= 100);
      assert.ok(band.low <= score + EPSILON && score <= band.high + EPSILON);
      assert.ok(Math.abs(contributions.reduce((total, { points }) => total + points, 0) - (100 - score)) < 1e-6);
    }),
  );
});

test('fixing something never lowers the score', () => {
  fc.assert(
    fc.property(assets, findings, fc.nat(), (given, found, which) => {
      const before = estateScore(given, found, defaultScoreModel).score ?? 0;
      const fixed = found.map((each, index) =>
        index === which % Math.max(1, found.length) ? { ...each, verdict: 'pass' as const } : each,
      );
      assert.ok((estateScore(given, fixed, defaultScoreModel).score ?? 0) >= before - EPSILON);
    }),
  );
});

test('a resource without findings never lowers the score', () => {
  fc.assert(
    fc.property(assets, findings, (given, found) => {
      const before = estateScore(given, found, defaultScoreModel).score ?? 0;
      assert.ok(scoreOf([...given, compliant], found) >= before - EPSILON);
    }),
  );
});

test('duplicates and order count for nothing', () => {
  fc.assert(
    fc.property(assets, findings, (given, found) => {
      const once = estateScore(given, found, defaultScoreModel);
      const twice = [...found, ...found.map((each) => ({ ...each, key: `x${each.key}` }))];
      assert.deepEqual(estateScore(given.toReversed(), found.toReversed(), defaultScoreModel), once);
      assert.equal(estateScore([...given, ...given], twice, defaultScoreModel).score, once.score);
    }),
  );
});

test('Security Hub counts controls: one failing resource fails one, unknown is no pass, no data counts for nothing', () => {
  const tally = (control: string, pass: number, fail: number, unknown: number) => ({ control, pass, fail, unknown });
  assert.deepEqual(
    securityHubScore([
      tally('S3.8', 9, 0, 0),
      tally('S3.8', 0, 1, 0),
      tally('S3.1', 3, 0, 0),
      tally('EC2.2', 2, 0, 1),
      tally('IAM.1', 0, 0, 0),
    ]),
    {
      ...{ percent: 33, passed: 1, failed: 1, unknown: 1, withoutData: 1 },
    },
  );
  assert.equal(securityHubScore([]).percent, null);
});

test('ThreatScore weighs checks by their number of resources', () => {
  const tallies = [
    { pass: 90, total: 100, weight: 10, risk: 2 },
    { pass: 0, total: 1, weight: 1000, risk: 5 },
    { pass: 0, total: 0, weight: 1000, risk: 5 },
  ];
  assert.equal(threatScore(tallies), (100 * 1800) / 7000);
  assert.equal(threatScore([]), null);
});
