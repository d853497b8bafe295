import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueEntry, CodeKind, ControlStatus, Framework, FrameworkTexts, LiveReach, Status, Suppression } from '@kumomori/model';
import { checks } from '@kumomori/content';
import type { ManualAnswer } from '../outputs/index.ts';
import type { AssessedFinding, AssessedScan } from './assess-framework.ts';
import { assessFramework } from './assess-framework.ts';
import { groupOf, titleOf } from './framework-texts.ts';

// Of code and of accounts, and one that no code can tell.
const [ENCRYPTION, TLS, ROOT_KEYS] = ['aws-s3-bucket-default-encryption', 'aws-s3-bucket-tls-only', 'aws-iam-root-no-access-keys'];
const [USER_KEYS, AZURE_CMK] = ['aws-iam-user-single-active-access-key', 'azure-storage-cmk'];
const byId = new Map(checks.map((entry) => [entry.id, entry]));
const entryOf = (name: string): CatalogueEntry | null => byId.get(name) ?? null;
const texts: FrameworkTexts = { name: { en: 'Orders', ja: '注文' }, about: null, groups: {}, titles: {}, questions: {} };
const exception: Suppression = {
  by: 'exception',
  reason: 'moves in May',
  owner: 'ito',
  expires: '2027-05-31',
  file: 'kumomori.yaml',
  line: 3,
};

function frameworkOf(controls: Framework['controls']): Framework {
  return { id: 'orders', version: '1', name: 'Orders', mapping: 'own', complete: true, controls };
}

function finding(checkId: string, status: Status, name = 'orders-bucket', suppressed: Suppression | null = null): AssessedFinding {
  return {
    fingerprint: `${checkId}-${name}`,
    checkId,
    status,
    severity: 'high',
    resource: { type: 'aws.s3.bucket', id: name, name, account: null, region: null },
    message: { en: `${name} ${status}`, ja: name },
    file: 'main.tf',
    place: 'main.tf:3',
    evidence: '',
    suppressed,
    instances: [{ address: `aws_s3_bucket.${name}`, status, suppressed }],
  };
}

function scanOf(findings: readonly AssessedFinding[], kind: CodeKind = 'terraform', others: Partial<AssessedScan> = {}): AssessedScan {
  return {
    findings,
    targets: [{ kind, path: 'infra' }],
    ranChecks: new Set(byId.keys()),
    knowsPasses: true,
    statuses: null,
    live: null,
    ...others,
  };
}

/** One account of AWS, of which some types were not seen. */
function seenBut(...types: readonly string[]): Partial<AssessedScan> {
  const unseen = types.map((type) => ({ type, scope: 'aws:123456789012', reason: 'it was not called', accounts: 1 }));
  const live: LiveReach = { accounts: [{ provider: 'aws', account: '123456789012' }], unseen };
  return { live };
}

interface Case {
  readonly name: string;
  readonly checks: readonly string[];
  readonly scan: AssessedScan;
  readonly expected: { readonly status: ControlStatus; readonly isPartial?: true; readonly isAccepted?: true };
}

const cases: readonly Case[] = [
  { name: 'no check is manual, never passed', checks: [], scan: scanOf([]), expected: { status: 'manual' } },
  { name: 'only checks that do not exist is manual', checks: ['aws-s3-no-such'], scan: scanOf([]), expected: { status: 'manual' } },
  {
    name: 'all pass',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass'), finding(TLS, 'pass')]),
    expected: { status: 'pass' },
  },
  {
    name: 'one fails among passes',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass'), finding(TLS, 'fail')]),
    expected: { status: 'fail' },
  },
  {
    name: 'a failure outweighs an unknown',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'unknown'), finding(TLS, 'fail')]),
    expected: { status: 'fail' },
  },
  {
    name: 'an unknown outweighs passes',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass'), finding(TLS, 'unknown')]),
    expected: { status: 'unknown' },
  },
  { name: 'nothing of the kind is not assessed', checks: [ENCRYPTION], scan: scanOf([]), expected: { status: 'not-assessed' } },
  {
    name: 'nothing that applies is not assessed',
    checks: [ENCRYPTION],
    scan: scanOf([finding(ENCRYPTION, 'not-applicable')]),
    expected: { status: 'not-assessed' },
  },
  {
    name: 'passes, and the other check has nothing to look at',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass')]),
    expected: { status: 'pass' },
  },
  {
    name: 'passes, but the other check cannot be answered by code',
    checks: [ENCRYPTION, ROOT_KEYS],
    scan: scanOf([finding(ENCRYPTION, 'pass')]),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'the same in an account: there is no such resource',
    checks: [ENCRYPTION, ROOT_KEYS],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'live', seenBut()),
    expected: { status: 'pass' },
  },
  {
    name: 'passes, but the other check’s service was not collected',
    checks: [ENCRYPTION, USER_KEYS],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'live', seenBut('aws.iam.user')),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'passes on what was seen, but more may exist',
    checks: [ENCRYPTION],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'live', seenBut('aws.s3.bucket')),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'fails on what was seen, whatever else may exist',
    checks: [ENCRYPTION],
    scan: scanOf([finding(ENCRYPTION, 'fail')], 'live', seenBut('aws.s3.bucket')),
    expected: { status: 'fail' },
  },
  {
    name: 'nothing was found because nobody asked',
    checks: [ENCRYPTION],
    scan: scanOf([], 'live', seenBut('aws.s3.bucket')),
    expected: { status: 'not-assessed' },
  },
  {
    name: 'passes, and the other check is about a cloud of which no account was given',
    checks: [ENCRYPTION, AZURE_CMK],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'live', seenBut()),
    expected: { status: 'pass' },
  },
  {
    name: 'a cloud of which no account was given is not assessed',
    checks: [AZURE_CMK],
    scan: scanOf([], 'live', seenBut()),
    expected: { status: 'not-assessed' },
  },
  {
    name: 'a saved scan of an account that does not say what it saw',
    checks: [ENCRYPTION, USER_KEYS],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'live'),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'code and an account: what the account did not tell is lacking',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'terraform', {
      ...seenBut('aws.s3.bucket'),
      targets: [
        { kind: 'terraform', path: 'infra' },
        { kind: 'live', path: 'today' },
      ],
    }),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'passes, but the other check was skipped',
    checks: [ENCRYPTION, TLS],
    scan: scanOf([finding(ENCRYPTION, 'pass')], 'terraform', { ranChecks: new Set([ENCRYPTION]) }),
    expected: { status: 'not-assessed', isPartial: true },
  },
  {
    name: 'an exception leaves it failed and says so',
    checks: [TLS],
    scan: scanOf([finding(TLS, 'fail', 'orders-bucket', exception)]),
    expected: { status: 'fail', isAccepted: true },
  },
  {
    name: 'one exception among two failures',
    checks: [TLS],
    scan: scanOf([finding(TLS, 'fail', 'orders-bucket', exception), finding(TLS, 'fail', 'orders-logs')]),
    expected: { status: 'fail' },
  },
  {
    name: 'a saved scan without passes says itself that it passed',
    checks: [TLS],
    scan: scanOf([], 'terraform', { ranChecks: null, knowsPasses: false, statuses: new Map([['1', 'pass']]) }),
    expected: { status: 'pass' },
  },
  {
    name: 'a saved scan that says nothing',
    checks: [TLS],
    scan: scanOf([], 'terraform', { ranChecks: null, knowsPasses: false, statuses: new Map() }),
    expected: { status: 'not-assessed' },
  },
];

for (const { name, checks: ids, scan, expected } of cases) {
  test(`a control: ${name}`, () => {
    const { controls } = assessFramework(scan, { framework: frameworkOf({ '1': ids }), texts, entryOf, answers: new Map() });
    const [control] = controls;
    const { status, isPartial, isAccepted } = control ?? {};
    assert.deepEqual({ status, isPartial, isAccepted }, { isPartial: false, isAccepted: false, ...expected });
  });
}

test('resources count once, with their worst verdict', () => {
  const findings = [
    finding(ENCRYPTION, 'pass'),
    finding(TLS, 'fail'),
    finding(ENCRYPTION, 'pass', 'orders-logs'),
    finding(TLS, 'unknown', 'orders-logs'),
    finding(TLS, 'pass', 'orders-site'),
    finding(TLS, 'fail', 'orders-old', exception),
  ];
  const { controls } = assessFramework(scanOf(findings), {
    framework: frameworkOf({ '1': [ENCRYPTION, TLS] }),
    texts,
    entryOf,
    answers: new Map(),
  });
  assert.deepEqual(controls[0]?.counts, { pass: 1, fail: 2, unknown: 1, accepted: 1 });
});

test('the score has undecided controls below the line, manual and not assessed ones nowhere', () => {
  const framework = frameworkOf({ '1': [ENCRYPTION], '2': [TLS], '3': [], '4': [ROOT_KEYS] });
  const answers = new Map<string, ManualAnswer>([['3', { status: 'met', by: 'ito', date: '2026-11-01', note: null, evidence: [] }]]);
  const result = assessFramework(scanOf([finding(ENCRYPTION, 'pass'), finding(TLS, 'unknown')]), { framework, texts, entryOf, answers });
  assert.deepEqual(result.score, { passed: 1, assessed: 2, percent: 50 });
  assert.deepEqual(result.counts, { pass: 1, fail: 0, unknown: 1, 'not-assessed': 1, manual: 1 });
  assert.equal(result.answers.met, 1);
});

test('an answer does not turn a failed control into a met one', () => {
  const answers = new Map<string, ManualAnswer>([['1', { status: 'met', by: 'ito', date: '2026-11-01', note: null, evidence: [] }]]);
  const { controls } = assessFramework(scanOf([finding(TLS, 'fail')]), { framework: frameworkOf({ '1': [TLS] }), texts, entryOf, answers });
  assert.deepEqual([controls[0]?.status, controls[0]?.answer?.status], ['fail', 'met']);
});

test('a number has the title of the nearest number above it', () => {
  const own: FrameworkTexts = {
    ...texts,
    titles: { 'AC-2': { en: 'Accounts', ja: 'アカウント' } },
    groups: { '1': { en: 'One', ja: '一' }, A: { en: 'A', ja: 'A' }, AC: { en: 'AC', ja: 'AC' }, 'A.5': { en: 'A.5', ja: 'A.5' } },
  };
  assert.equal(titleOf('AC-2(1)', own)?.en, 'Accounts');
  assert.equal(titleOf('AC-20', own), null);
  assert.deepEqual(
    ['1.10', '10.1', 'AC-20', 'A.5.1', 'A.51', 'A1.2'].map((control) => groupOf(control, own)),
    ['1', null, 'AC', 'A.5', 'A', 'A'],
  );
});
