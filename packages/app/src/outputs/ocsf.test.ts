import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ocsfEvent } from './index.ts';
import { ocsf } from './ocsf.ts';
import type { Shape } from './testing/index.ts';
import { liveContext, liveReport, sampleContext, sampleReport, shapeErrors } from './testing/index.ts';

const anything: Shape = { kind: 'anything' };
const text: Shape = { kind: 'text' };
const number = (...oneOf: readonly number[]): Shape => (oneOf.length > 0 ? { kind: 'integer', oneOf } : { kind: 'integer', least: 0 });
const object = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'object',
  members,
  required,
});
const list = (of: Shape): Shape => ({ kind: 'array', of });

// The attributes of the class and its objects that we write; an unknown attribute would be a mistake.
const check = object(
  {
    uid: text,
    name: text,
    desc: text,
    standards: list(text),
    status: text,
    status_id: number(0, 1, 2, 3, 99),
    severity: text,
    severity_id: number(0, 1, 2, 3, 4, 5, 6, 99),
  },
  ['uid', 'name', 'status_id'],
);
const event = object(
  {
    activity_id: number(1, 2, 3),
    activity_name: text,
    category_uid: number(2),
    category_name: text,
    class_uid: number(2003),
    class_name: text,
    type_uid: number(200_301),
    type_name: text,
    time: number(),
    start_time: number(),
    end_time: number(),
    severity_id: number(1, 2, 3, 4, 5),
    severity: text,
    status_id: number(1, 2, 3, 4),
    status: text,
    status_detail: text,
    message: text,
    metadata: object(
      {
        version: { kind: 'text', oneOf: ['1.8.0'] },
        profiles: list({ kind: 'text', oneOf: ['cloud'] }),
        product: object({ name: text, vendor_name: text, version: text, lang: text }, ['name', 'vendor_name']),
      },
      ['version', 'product'],
    ),
    cloud: object(
      { provider: text, account: object({ uid: text, type: text, type_id: { kind: 'integer', least: 0 } }, ['uid']), region: text },
      ['provider'],
    ),
    finding_info: object(
      {
        uid: text,
        title: text,
        desc: text,
        created_time: number(),
        types: list(text),
        analytic: object({ uid: text, name: text, type_id: number(1), type: text }, ['type_id']),
      },
      ['uid', 'title'],
    ),
    compliance: object(
      {
        control: text,
        standards: list(text),
        requirements: list(text),
        status_id: number(1, 2, 3, 99),
        status: text,
        checks: { kind: 'array', of: check, least: 1 },
      },
      ['standards', 'status_id'],
    ),
    resources: {
      kind: 'array',
      of: object({ uid: text, name: text, type: text, region: text, labels: list(text), data: anything }, ['uid']),
      least: 1,
    },
    remediation: object({ desc: text, references: list(text) }, ['desc']),
    evidences: list(
      object(
        {
          name: text,
          data: anything,
          api: object({ operation: text, service: object({ name: text }) }, ['operation']),
          file: object({ name: text, path: text, type_id: number(1), type: text }, ['name', 'type_id']),
        },
        ['data'],
      ),
    ),
  },
  ['activity_id', 'category_uid', 'class_uid', 'type_uid', 'time', 'severity_id', 'metadata', 'finding_info', 'compliance', 'cloud'],
);

interface Event {
  readonly status: string;
  readonly severity: string;
  readonly compliance: Readonly<Record<string, unknown>>;
  readonly resources: readonly { readonly uid: string }[];
}

const events = (language: 'en' | 'ja'): readonly Event[] => JSON.parse(ocsf.render(sampleReport, sampleContext(language)));

for (const language of ['en', 'ja'] as const) {
  test(`every event has the required attributes of class 2003 and no unknown ones (${language})`, () => {
    assert.deepEqual(shapeErrors(events(language), list(event)), []);
    assert.deepEqual(shapeErrors(JSON.parse(ocsf.render(liveReport, liveContext(language))), list(event)), []);
  });
}

test('an undecided verdict is a warning, a suppressed finding has the status suppressed', () => {
  assert.deepEqual(
    events('en').map(({ status, severity, compliance }) => [status, severity, compliance['status']]),
    [
      ['New', 'Critical', 'Fail'],
      ['New', 'High', 'Fail'],
      ['New', 'Medium', 'Fail'],
      ['New', 'Informational', 'Fail'],
      ['New', 'High', 'Warning'],
      ['Suppressed', 'Low', 'Fail'],
    ],
  );
});

test('standards and requirements name the framework, every instance is a resource', () => {
  const [ssh] = events('en');
  assert.deepEqual(ssh?.compliance['standards'], ['CIS AWS Foundations Benchmark 5.0']);
  assert.deepEqual(ssh?.compliance['requirements'], ['CIS AWS Foundations Benchmark 5.0: 5.3']);
  assert.deepEqual(
    ssh?.resources.map(({ uid }) => uid),
    ['tokyo', 'osaka', 'virginia'].map((key) => `module.network["${key}"].aws_security_group.bastion`),
  );
});

test('one finding by itself is the event it is in the array', () => {
  const [first] = sampleReport.findings;
  assert.ok(first);
  assert.deepEqual(JSON.parse(JSON.stringify(ocsfEvent(first, sampleReport, sampleContext('ja')))), events('ja')[0]);
});
