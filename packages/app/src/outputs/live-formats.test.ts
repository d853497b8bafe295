/** What every format says about live accounts. Whole outputs as in text-formats.test.ts, which says how they are written again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { csv } from './csv.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { junit } from './junit.ts';
import { fixText, shortId } from './live-view.ts';
import { markdown } from './markdown.ts';
import { ocsf } from './ocsf.ts';
import type { OutputFormat } from './output-format.ts';
import { sarif } from './sarif.ts';
import { table } from './table.ts';
import { textWidth } from './terminal/index.ts';
import { liveContext, liveFinding, liveReport } from './testing/index.ts';

const texts: readonly OutputFormat[] = [table, markdown, junit, csv];

for (const format of texts) {
  for (const language of ['en', 'ja'] as const) {
    test(`${format.name} of live accounts in ${language}`, (t) => {
      const path = fileURLToPath(new URL(`./testing/snapshots/live.${format.name}.${language}.txt`, import.meta.url));
      const text = format.render(liveReport, liveContext(language, { limit: 2 })).replaceAll('\r\n', '\n');
      t.assert.fileSnapshot(text, path, { serializers: [String] });
    });
  }
}

test('no line of the table about live accounts is wider than the terminal', () => {
  for (const width of [60, 80, 120]) {
    for (const language of ['en', 'ja'] as const) {
      const lines = table.render(liveReport, liveContext(language, { width, limit: 0 })).split('\n');
      assert.deepEqual(
        lines.filter((line) => textWidth(line) > width),
        [],
      );
    }
  }
});

test('files of a snapshot are evidence, never the place of a finding', () => {
  for (const format of [sarif, ocsf, gitlab, junit, table, markdown]) {
    const report = { ...liveReport, findings: [liveFinding] };
    const found = format
      .render(report, liveContext('en'))
      .split('\n')
      .find((line) => /locations"|"file": "raw|file="raw|start_line/.test(line) && line.includes('raw/'));
    // OCSF keeps the file as data of the evidence and of the resource.
    if (format !== ocsf) assert.equal(found, undefined, format.name);
  }
});

test('SARIF names what really runs by a logical location, and its answer as a related one', () => {
  const { runs } = JSON.parse(sarif.render({ ...liveReport, findings: [liveFinding] }, liveContext('en'))) as {
    runs: { results: Record<string, unknown>[]; originalUriBaseIds: unknown; invocations: { toolExecutionNotifications: unknown[] }[] }[];
  };
  const [run] = runs;
  const [result] = run?.results ?? [];
  assert.deepEqual(
    [result?.['locations'], result?.['relatedLocations']],
    [
      [{ logicalLocations: [{ name: 'orders-bucket', fullyQualifiedName: 'arn:aws:s3:::orders-bucket', kind: 'resource' }] }],
      [
        {
          id: 0,
          message: { text: 'Answer of s3:GetBucketVersioning' },
          physicalLocation: {
            artifactLocation: { uri: 'raw/aws/123456789012/global/s3/GetBucketVersioning.jsonl.gz', uriBaseId: '%SNAPSHOT%' },
            region: { startLine: 3 },
          },
        },
      ],
    ],
  );
  assert.deepEqual(run?.invocations[0]?.toolExecutionNotifications[0], {
    descriptor: { id: 'coverage-gap' },
    level: 'warning',
    message: {
      text: 'aws:210987654321:global:s3: GetBucketPolicy could not be read (AccessDenied; missing permission s3:GetBucketPolicy)',
    },
  });
});

test('OCSF has the account with its kind, the region, the resource by its id and the call that answered', () => {
  const [event] = JSON.parse(ocsf.render({ ...liveReport, findings: [liveFinding] }, liveContext('en'))) as Record<string, unknown>[];
  assert.deepEqual(
    [event?.['cloud'], event?.['resources'], event?.['evidences']],
    [
      { provider: 'AWS', account: { uid: '123456789012', type_id: 10, type: 'AWS Account' }, region: 'ap-northeast-1' },
      [
        {
          uid: 'arn:aws:s3:::orders-bucket',
          name: 'orders-bucket',
          type: 'aws.storage.bucket',
          region: 'ap-northeast-1',
          data: {
            address: 'arn:aws:s3:::orders-bucket',
            file: 'raw/aws/123456789012/global/s3/GetBucketVersioning.jsonl.gz',
            start_line: 1,
            end_line: 1,
          },
        },
      ],
      [
        {
          name: 'versioning.status',
          api: { operation: 'GetBucketVersioning', service: { name: 's3' } },
          data: {
            path: 'versioning.status',
            value: 'Suspended',
            state: 'explicit',
            reason: null,
            answered_at: '2026-11-22T09:00:00.000Z',
            file: 'raw/aws/123456789012/global/s3/GetBucketVersioning.jsonl.gz',
            line: 3,
          },
        },
      ],
    ],
  );
});

test('GitLab gets the id in place of a file, and hears of calls without an answer', () => {
  const { scan, vulnerabilities } = JSON.parse(gitlab.render({ ...liveReport, findings: [liveFinding] }, liveContext('en'))) as {
    scan: { messages: unknown };
    vulnerabilities: { location: unknown; solution: string }[];
  };
  assert.deepEqual(vulnerabilities[0]?.location, { file: 'arn:aws:s3:::orders-bucket', class: '123456789012 ap-northeast-1' });
  assert.match(vulnerabilities[0].solution, /^S3 → the bucket → [^\n]+\naws s3api put-bucket-versioning /);
  assert.deepEqual(scan.messages, [{ level: 'warn', value: '4 calls to the cloud had no answer; what they would have told is unknown.' }]);
});

test('the page holds accounts, calls with their time, and what undecided verdicts wait for', () => {
  const page = html.render(liveReport, liveContext('ja'));
  const json = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  const data = JSON.parse(json) as Record<string, unknown> & { texts: string[] };
  assert.deepEqual(
    [data['live'], data['missing'], data['unanswered']],
    [
      true,
      ['ec2:DescribeVpcs', 's3:GetBucketPolicy'],
      [
        { reason: 's3:GetBucketPolicy failed (AccessDenied)', permission: 's3:GetBucketPolicy', count: 2 },
        { reason: 's3control:GetPublicAccessBlock was not called', permission: null, count: 1 },
      ],
    ],
  );
  for (const each of ['123456789012', 'ap-northeast-1', 's3:GetBucketVersioning', '2026-11-22T09:00:00Z'])
    assert.ok(data.texts.includes(each));
});

test('advice for what really runs names no resource of Terraform', () => {
  const summary = {
    en: 'Turn audit logging on for the cluster (aws_redshift_logging).',
    ja: 'クラスターの監査ログを有効にしてください (aws_redshift_logging)。',
  };
  const finding = { ...liveFinding, fix: { summary, patch: null } };
  const catalogue = new Map();
  assert.deepEqual(
    (['en', 'ja'] as const).map((language) => fixText(finding, liveContext(language, { catalogue }))),
    [
      { text: 'Turn audit logging on for the cluster.', cli: null },
      { text: 'クラスターの監査ログを有効にしてください。', cli: null },
    ],
  );
  const inCode = { ...finding, origin: { ...finding.origin, kind: 'terraform' as const } };
  assert.equal(fixText(inCode, liveContext('en')).text, summary.en);
});

test('lists show the end of an id, which tells one thing from the next', () => {
  const short = {
    'arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0a1b': 'subnet/subnet-0a1b',
    'arn:aws:s3:::orders-bucket': 'orders-bucket',
    '/subscriptions/1111/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/orders': 'storageAccounts/orders',
    '//storage.googleapis.com/projects/_/buckets/orders': 'buckets/orders',
    'shop/Deployment/web': 'shop/Deployment/web',
    '123456789012': '123456789012',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(short).map((id) => [id, shortId(id)])), short);
});
