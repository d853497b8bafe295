import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transition } from '../lifecycle/index.ts';
import type { ExceptionRecord, ExceptionSelector, SelectableFinding } from './index.ts';
import { coversFinding, defaultExceptionPolicy, exceptionEvents, exceptionRegister, previewException } from './index.ts';
import { approved, finding } from './exceptions.test-helper.ts';

const policy = defaultExceptionPolicy;
const at = '2026-11-20T00:00:00Z';
const held = { state: 'exception', exceptionId: 'e1' } as const;

const selectors: readonly (readonly [name: string, selector: ExceptionSelector, covers: boolean])[] = [
  ['a wildcard of checks', { checks: ['aws-s3-*'] }, true],
  ['a name or an id', { resources: ['orders-*'] }, true],
  ['a tag in other letter case', { tags: { team: 'pay*' } }, true],
  ['all parts have to fit', { checks: ['aws-s3-*'], accounts: ['210987654321'] }, false],
  ['one of a list is enough', { accounts: ['210987654321', '1234*'] }, true],
  ['what is excepted from it', { checks: ['aws-s3-*'], except: [{ environments: ['development'] }] }, false],
  ['an exception of another thing', { checks: ['aws-s3-*'], except: [{ environments: ['production'] }] }, true],
  ['nothing', {}, false],
  ['only what it excepts', { except: [{ checks: ['aws-s3-*'] }] }, false],
];

for (const [name, selector, covers] of selectors) {
  test(`a selector: ${name}`, () => assert.equal(coversFinding(selector, finding()), covers));
}

const cases: readonly (readonly [
  name: string,
  given: Partial<SelectableFinding>,
  exceptions: readonly ExceptionRecord[],
  expected: string,
])[] = [
  ['is held', {}, [approved()], 'grant-exception e1'],
  ['is held by the one that ends last', {}, [approved(), approved({ id: 'e2', expires: '2027-02-01' })], 'grant-exception e2'],
  ['waits for approval', {}, [approved({ approvals: [] })], ''],
  ['is graver than the exception', { severity: 'high' }, [approved()], ''],
  ['stays held', held, [approved()], ''],
  ['became graver', { ...held, severity: 'high' }, [approved()], 'end-exception exception-severity-risen'],
  ['moved to production', { ...held, environment: 'production' }, [approved()], 'end-exception exception-not-covering'],
  ['its day is over', held, [approved({ expires: '2026-11-19' })], 'end-exception exception-expired'],
  ['its exception was deleted', held, [], 'end-exception exception-withdrawn'],
  [
    'its day is over, but another holds it',
    held,
    [approved({ expires: '2026-11-19' }), approved({ id: 'e2' })],
    'grant-exception e2 exception-replaced',
  ],
  ['is verified', { state: 'verified' }, [approved()], ''],
  ['is a false positive', { state: 'false-positive' }, [approved()], ''],
];

for (const [name, given, exceptions, expected] of cases) {
  test(`exceptions and a finding that ${name}`, () => {
    const before = finding(given);
    const events = exceptionEvents([before], exceptions, { at, policy });
    const said = events.map(({ event }) => [event.kind, event.exceptionId, event.reason].filter((each) => each !== undefined).join(' '));
    assert.equal(said.join(), expected);
    const after = events.map(({ event }) => transition(before, event)).flatMap((result) => (result.ok ? [result.after] : []));
    assert.equal(after.length, events.length);
    assert.deepEqual(exceptionEvents(after, exceptions, { at, policy }), []);
  });
}

test('the preview tells what would be held, what is too grave and what is held already', () => {
  const findings = [
    finding(),
    finding({ fingerprint: 'f2', severity: 'low', department: null }),
    finding({ fingerprint: 'f3', severity: 'critical' }),
    finding({ fingerprint: 'f4', ...held }),
    finding({ fingerprint: 'f5', state: 'verified' }),
    finding({ fingerprint: 'f6', environment: 'production' }),
  ];
  assert.deepEqual(previewException(approved(), findings, { sample: 1 }), {
    ...{ open: 4, held: 2, tooGrave: 1, heldAlready: 1, sample: ['estate/f1'] },
    bySeverity: { critical: 0, high: 0, medium: 1, low: 1, info: 0 },
    byDepartment: [
      { department: null, count: 1 },
      { department: 'payments', count: 1 },
    ],
  });
});

test('the register shows what waits first, then what ends soonest', () => {
  const exceptions = [
    approved({ id: 'old', expires: '2026-11-10' }),
    approved({ id: 'long', selector: { checks: ['azure-*'] } }),
    approved({ id: 'e1', expires: '2026-12-01' }),
    approved({ id: 'asked', approvals: [] }),
    approved({ id: 'older', expires: '2026-10-10' }),
  ];
  const rows = exceptionRegister(exceptions, [finding(held), finding({ fingerprint: 'f2' })], { at, policy });
  assert.deepEqual(
    rows.map(({ exception, status, daysLeft, isEndingSoon, held: count, isUnused }) =>
      [exception.id, status, daysLeft, isEndingSoon, count, isUnused].join(' '),
    ),
    [
      'asked requested 41 false 0 false',
      'e1 active 11 true 1 false',
      'long active 41 false 0 true',
      'old expired -10 false 0 false',
      'older expired -41 false 0 false',
    ],
  );
});
