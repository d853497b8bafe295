import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gitlab } from './gitlab.ts';
import type { Shape } from './testing/index.ts';
import { liveContext, liveReport, sampleContext, sampleReport, shapeErrors } from './testing/index.ts';

const text: Shape = { kind: 'text', pattern: /\S/ };
const position: Shape = { kind: 'integer', least: 1 };
const time: Shape = { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/ };
const object = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'object',
  members,
  required,
});
const list = (of: Shape, least = 0): Shape => ({ kind: 'array', of, least });

const tool = object({ id: text, name: text, version: text, vendor: object({ name: text }, ['name']) }, ['id', 'name', 'version', 'vendor']);
const report = object(
  {
    version: { kind: 'text', pattern: /^15\.\d+\.\d+$/ },
    scan: object(
      {
        analyzer: tool,
        scanner: tool,
        type: { kind: 'text', oneOf: ['sast'] },
        status: { kind: 'text', oneOf: ['success', 'failure'] },
        start_time: time,
        end_time: time,
        messages: list(object({ level: { kind: 'text', oneOf: ['info', 'warn', 'fatal'] }, value: text }, ['level', 'value'])),
      },
      ['analyzer', 'scanner', 'type', 'status', 'start_time', 'end_time'],
    ),
    vulnerabilities: list(
      object(
        {
          id: { kind: 'text', pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/ },
          name: { kind: 'text', most: 255 },
          description: { kind: 'text', most: 1_048_576 },
          severity: { kind: 'text', oneOf: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
          solution: { kind: 'text', most: 7000 },
          identifiers: list(object({ type: text, name: text, value: text, url: text }, ['type', 'name', 'value']), 1),
          links: list(object({ name: text, url: { kind: 'text', pattern: /^https?:\/\// } }, ['url'])),
          location: object({ file: text, start_line: position, end_line: position, class: text, method: text }),
        },
        ['id', 'identifiers', 'location'],
      ),
    ),
  },
  ['version', 'scan', 'vulnerabilities'],
);

interface Report {
  readonly vulnerabilities: readonly {
    readonly id: string;
    readonly severity: string;
    readonly location: unknown;
    readonly identifiers: readonly unknown[];
  }[];
}

const render = (language: 'en' | 'ja'): Report => JSON.parse(gitlab.render(sampleReport, sampleContext(language)));

for (const language of ['en', 'ja'] as const) {
  test(`the report has the structure GitLab reads (${language})`, () => {
    assert.deepEqual(shapeErrors(render(language), report), []);
    assert.deepEqual(shapeErrors(JSON.parse(gitlab.render(liveReport, liveContext(language))), report), []);
  });
}

test('only open failures are vulnerabilities, worst first', () => {
  assert.deepEqual(
    render('en').vulnerabilities.map(({ severity }) => severity),
    ['Critical', 'High', 'Medium', 'Info'],
  );
});

test('the id follows the fingerprint and not the language; our own identifier comes first', () => {
  const ids = (language: 'en' | 'ja'): readonly string[] => render(language).vulnerabilities.map(({ id }) => id);
  assert.deepEqual(ids('en'), ids('ja'));
  assert.equal(new Set(ids('en')).size, 4);
  const [ssh] = render('en').vulnerabilities;
  assert.deepEqual(ssh?.identifiers[0], {
    type: 'kumomori',
    name: 'aws-ec2-security-group-ssh-closed',
    value: 'aws-ec2-security-group-ssh-closed',
  });
  assert.deepEqual(ssh?.location, {
    file: 'infra/prod.tfvars',
    start_line: 2,
    end_line: 2,
    class: 'module.network["tokyo"].aws_security_group.bastion',
  });
});
