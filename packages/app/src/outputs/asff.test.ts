import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRecord } from '@kumomori/model';
import { asff } from './asff.ts';
import { asffBatches } from './index.ts';
import { readExternal } from '../external/index.ts';
import { hostileFinding, liveContext, liveReport, sampleContext, sampleReport } from './testing/index.ts';

type Row = Readonly<Record<string, unknown>>;
const text =
  (most: number, pattern = /\S/) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= most && pattern.test(value);
const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    values.includes(String(value));
const time = text(64, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/);
const texts =
  (most: number, each: number) =>
  (value: unknown): boolean =>
    isRecord(value) &&
    Object.keys(value).length <= most &&
    Object.entries(value).every(([key, one]) => key.length <= 128 && text(each)(one));
const list =
  (least: number, most: number, fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(fits);
const object =
  (members: Readonly<Record<string, (value: unknown) => boolean>>, ...required: readonly string[]) =>
  (value: unknown): boolean =>
    isRecord(value) && required.every((key) => key in value) && Object.entries(value).every(([key, one]) => members[key]?.(one) ?? false);

/** AwsSecurityFinding of the Security Hub API reference, the attributes that we write. */
const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  SchemaVersion: oneOf('2018-10-08'),
  Id: text(512),
  ProductArn: text(2048, /^arn:aws(?:-cn|-us-gov)?:securityhub:[a-z0-9-]+:\d{12}:product\/\d{12}\/default$/),
  ProductName: text(128),
  CompanyName: text(128),
  GeneratorId: text(512),
  AwsAccountId: text(12, /^\d{12}$/),
  Region: text(16, /^[a-z0-9-]+$/),
  Types: list(
    1,
    50,
    text(256, /^(?:Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(?:\/[^/]+){0,2}$/),
  ),
  FirstObservedAt: time,
  LastObservedAt: time,
  CreatedAt: time,
  UpdatedAt: time,
  Severity: object({ Label: oneOf('INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'), Original: text(64) }, 'Label'),
  Title: text(256),
  Description: text(1024),
  Remediation: object({ Recommendation: object({ Text: text(512), Url: text(2048, /^https:/) }) }),
  ProductFields: texts(50, 2048),
  Resources: list(
    1,
    32,
    object(
      {
        Type: text(256),
        Id: text(512),
        Partition: oneOf('aws', 'aws-cn', 'aws-us-gov'),
        Region: text(16),
        Tags: texts(50, 256),
        Details: object({ Other: texts(50, 1024) }),
      },
      'Type',
      'Id',
    ),
  ),
  Compliance: object(
    {
      Status: oneOf('PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE'),
      RelatedRequirements: list(1, 32, text(1024)),
      StatusReasons: list(1, 20, object({ ReasonCode: text(100, /^[A-Z_]+$/), Description: text(2048) }, 'ReasonCode')),
    },
    'Status',
  ),
  Workflow: object({ Status: oneOf('NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED') }),
  RecordState: oneOf('ACTIVE', 'ARCHIVED'),
  Note: object({ Text: text(512), UpdatedBy: text(512), UpdatedAt: time }, 'Text', 'UpdatedBy', 'UpdatedAt'),
};
const REQUIRED = [
  'AwsAccountId',
  'CreatedAt',
  'Description',
  'GeneratorId',
  'Id',
  'ProductArn',
  'Resources',
  'SchemaVersion',
  'Severity',
  'Title',
  'Types',
  'UpdatedAt',
];

function problems(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row, index) => [
    ...REQUIRED.filter((key) => !(key in row)).map((key) => `${index}.${key} is missing`),
    ...Object.entries(row).flatMap(([key, value]) => (MEMBERS[key]?.(value) ? [] : [`${index}.${key}: ${JSON.stringify(value)}`])),
    ...(Buffer.byteLength(JSON.stringify(row)) > 240_000 ? [`${index} is larger than 240 KB`] : []),
  ]);
}

const rows = (output: string): readonly Row[] => JSON.parse(output);

for (const language of ['en', 'ja'] as const)
  test(`findings keep to the lengths, counts and values of the format (${language})`, () => {
    assert.deepEqual(problems(rows(asff.render(sampleReport, sampleContext(language)))), []);
    assert.deepEqual(problems(rows(asff.render(liveReport, liveContext(language)))), []);
    const long = 'あ😀'.repeat(3000);
    const [own] = hostileFinding.instances;
    assert.ok(own);
    const tags = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`${index}${long.slice(0, 300)}`, long]));
    const huge = {
      ...hostileFinding,
      fingerprint: 'ffee',
      title: { en: long, ja: long },
      message: { en: long, ja: long },
      resource: { ...hostileFinding.resource, id: long, tags },
      instances: Array.from({ length: 70 }, (_, index) => ({ ...own, address: `${index}${long}`, name: '' })),
    };
    const found = rows(asff.render({ ...sampleReport, findings: [hostileFinding, huge] }, sampleContext(language)));
    assert.deepEqual(problems(found), []);
    // 70 resources are three findings of at most 32.
    assert.deepEqual(
      found.slice(1).map(({ Resources }) => (Resources as readonly unknown[]).length),
      [32, 32, 6],
    );
    assert.equal(new Set(found.map(({ Id }) => Id)).size, found.length);
  });

test('verdicts, exceptions and what is unknown', () => {
  const found = rows(asff.render(sampleReport, sampleContext('en')));
  assert.deepEqual(
    found.map(({ Severity, Compliance, Workflow, RecordState }) =>
      [(Severity as Row)['Label'], (Compliance as Row)['Status'], (Workflow as Row)['Status'], RecordState].join(' '),
    ),
    [
      ...['CRITICAL FAILED NEW ACTIVE', 'HIGH FAILED NEW ACTIVE', 'MEDIUM FAILED NEW ACTIVE'],
      ...['INFORMATIONAL FAILED NEW ACTIVE', 'HIGH WARNING NEW ACTIVE', 'LOW FAILED SUPPRESSED ACTIVE'],
    ],
  );
});

test('our own reader of the format understands it', () => {
  const [own] = [...liveReport.findings].slice(1);
  assert.ok(own);
  const output = asff.render({ ...liveReport, findings: [own] }, liveContext('en'));
  const [read] = readExternal(output)?.findings ?? [];
  assert.deepEqual(
    [
      read?.finding.status,
      read?.finding.severity,
      read?.finding.resource.id,
      read?.finding.resource.account,
      read?.finding.resource.region,
    ],
    ['fail', 'high', 'arn:aws:s3:::orders-bucket', '123456789012', 'ap-northeast-1'],
  );
});

test('batches hold at most a hundred findings', () => {
  const [one] = liveReport.findings;
  assert.ok(one);
  const findings = Array.from({ length: 250 }, (_, index) => ({ ...one, fingerprint: `f${index}` }));
  const batches = [...asffBatches({ ...liveReport, findings }, liveContext('en'))].map((text) => rows(text).length);
  assert.deepEqual(batches, [100, 100, 50]);
});
