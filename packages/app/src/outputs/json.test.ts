import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from './json.ts';
import { sampleContext, sampleReport } from './testing/index.ts';

interface Output {
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

const parse = (language: 'en' | 'ja'): Output & Readonly<Record<string, unknown>> =>
  JSON.parse(json.render(sampleReport, sampleContext(language)));

test('the report has the fields scripts rely on, in the order of the contract', () => {
  const report = parse('en');
  assert.deepEqual(Object.keys(report), [
    'schemaVersion',
    'tool',
    'startedAt',
    'finishedAt',
    'targets',
    'summary',
    'findings',
    'frameworks',
    'coverage',
    'diagnostics',
  ]);
  assert.deepEqual(Object.keys(report.findings[0] ?? {}), [
    'fingerprint',
    'checkId',
    'title',
    'status',
    'severity',
    'message',
    'resource',
    'origin',
    'evidence',
    'frameworks',
    'equivalents',
    'suppressed',
    'fix',
    'instances',
  ]);
  assert.equal(report['schemaVersion'], '1');
});

test('a finding carries texts of the language asked for, evidence with its chain, and where to change it', () => {
  const { title, message, evidence, origin, fix } = parse('ja').findings[0] ?? {};
  assert.deepEqual(
    { title, message, origin, fix, evidence: (evidence as unknown[])[1] },
    {
      title: 'セキュリティグループが SSH をインターネットに公開していない',
      message: 'セキュリティグループ bastion-踏み台 で、0.0.0.0/0 からポート 22 への接続が許可されています',
      origin: {
        kind: 'terraform',
        target: 'infra',
        address: 'module.network["tokyo"].aws_security_group.bastion',
        file: 'modules/network/main.tf',
        startLine: 2,
        endLine: 13,
      },
      fix: {
        summary: '必要な接続元だけを許可するか、Session Manager を使ってポートを閉じてください。',
        patch: null,
        at: { file: 'prod.tfvars', line: 2 },
      },
      evidence: {
        path: 'ingress[0].cidrs[0]',
        value: '0.0.0.0/0',
        state: 'explicit',
        file: 'prod.tfvars',
        line: 2,
        column: 13,
        endLine: 2,
        reason: null,
        chain: [
          { name: 'var.ssh_cidrs', file: 'variables.tf', line: 4 },
          { name: 'module.network.ssh_cidrs', file: 'main.tf', line: 9 },
        ],
      },
    },
  );
});

test('suppressed findings are there, with who, why and until when', () => {
  assert.deepEqual(
    parse('en').findings.flatMap(({ suppressed }) => (suppressed === null ? [] : [suppressed])),
    [{ by: 'exception', reason: '検証環境のため', owner: 'sec@example.com', expires: '2027-03-31', file: 'kumomori.yaml', line: 12 }],
  );
});

test('no source text and no range of the process is written out', () => {
  const text = json.render(sampleReport, sampleContext('en'));
  assert.doesNotMatch(text, /"source"|"fixAt"|共有ネットワーク/);
});
