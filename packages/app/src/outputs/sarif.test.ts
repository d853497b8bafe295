import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sarif } from './sarif.ts';
import type { Shape } from './testing/index.ts';
import { hostileFinding, liveContext, liveReport, sampleContext, sampleReport, shapeErrors } from './testing/index.ts';

const anything: Shape = { kind: 'anything' };
const text: Shape = { kind: 'text' };
const position: Shape = { kind: 'integer', least: 1 };
const level: Shape = { kind: 'text', oneOf: ['none', 'note', 'warning', 'error'] };
const language: Shape = { kind: 'text', pattern: /^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$/ };
const date: Shape = { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/ };
/** RFC 3986: no space, no quote, no bracket, percent signs only before two digits. */
const uri: Shape = { kind: 'text', pattern: /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/ };
const object = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'object',
  members,
  required,
});
const list = (of: Shape): Shape => ({ kind: 'array', of });

// The members of SARIF 2.1.0 (errata 01) that we write; each object forbids others, as the schema's additionalProperties: false does.
const message = object({ text, markdown: text }, ['text']);
const artifact = object({ uri, uriBaseId: text, description: message });
const region = object({ startLine: position, startColumn: position, endLine: position, endColumn: position }, ['startLine']);
const physical = object({ artifactLocation: artifact, region }, ['artifactLocation']);
const logical = object({ name: text, fullyQualifiedName: text, kind: text });
const location = object({ id: { kind: 'integer', least: 0 }, physicalLocation: physical, logicalLocations: list(logical), message });
const replacement = object({ deletedRegion: region, insertedContent: object({ text }) }, ['deletedRegion']);
const artifactChange = object({ artifactLocation: artifact, replacements: list(replacement) }, ['artifactLocation', 'replacements']);
const fix = object({ description: message, artifactChanges: list(artifactChange) }, ['artifactChanges']);
const suppression = object(
  {
    kind: { kind: 'text', oneOf: ['inSource', 'external'] },
    status: { kind: 'text', oneOf: ['accepted', 'underReview', 'rejected'] },
    justification: text,
    properties: anything,
  },
  ['kind'],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: { kind: 'integer', least: 0 },
    kind: { kind: 'text', oneOf: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
    level,
    message,
    locations: { kind: 'array', of: location, least: 1 },
    relatedLocations: list(location),
    partialFingerprints: { kind: 'object', members: {}, required: ['primaryLocationLineHash'], open: true },
    suppressions: list(suppression),
    fixes: list(fix),
    properties: anything,
  },
  ['message', 'ruleId', 'locations', 'partialFingerprints'],
);
const rule = object(
  {
    id: text,
    name: text,
    shortDescription: message,
    fullDescription: message,
    helpUri: uri,
    help: object({ text, markdown: text }, ['text', 'markdown']),
    defaultConfiguration: object({ level }),
    properties: object(
      {
        tags: list(text),
        precision: { kind: 'text', oneOf: ['very-high', 'high', 'medium', 'low'] },
        'problem.severity': { kind: 'text', oneOf: ['error', 'warning', 'recommendation'] },
        'security-severity': { kind: 'text', pattern: /^(?:\d|10)\.\d$/ },
      },
      ['tags', 'precision', 'security-severity'],
    ),
  },
  ['id', 'shortDescription', 'fullDescription', 'help'],
);
const notification = object({ descriptor: object({ id: text }, ['id']), level, message, locations: list(location) }, ['message']);
const log = object(
  {
    $schema: uri,
    version: { kind: 'text', oneOf: ['2.1.0'] },
    runs: list(
      object(
        {
          tool: object({ driver: object({ name: text, version: text, semanticVersion: text, language, rules: list(rule) }, ['name']) }, [
            'driver',
          ]),
          language,
          columnKind: { kind: 'text', oneOf: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: { kind: 'object', members: { '%SRCROOT%': artifact, '%SNAPSHOT%': artifact }, required: ['%SRCROOT%'] },
          invocations: list(
            object(
              {
                executionSuccessful: { kind: 'boolean' },
                startTimeUtc: date,
                endTimeUtc: date,
                toolExecutionNotifications: list(notification),
              },
              ['executionSuccessful'],
            ),
          ),
          results: list(result),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly properties: { readonly tags: readonly string[] } }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly kind: string;
        readonly level: string;
        readonly locations: readonly [{ readonly physicalLocation: unknown }];
        readonly relatedLocations: readonly { readonly message: { readonly text: string }; readonly physicalLocation: unknown }[];
        readonly suppressions?: readonly unknown[];
      }[];
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
    },
  ];
}

const render = (lang: 'en' | 'ja', report = sampleReport): Log => JSON.parse(sarif.render(report, sampleContext(lang)));

for (const lang of ['en', 'ja'] as const) {
  test(`the log has the structure of SARIF 2.1.0 (${lang})`, () => {
    assert.deepEqual(shapeErrors(render(lang), log), []);
    assert.deepEqual(shapeErrors(JSON.parse(sarif.render(liveReport, liveContext(lang))), log), []);
  });
}

test('each result names its rule by id and by index, and tags do not repeat', () => {
  const { tool, results } = render('en').runs[0];
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  for (const { properties } of tool.driver.rules) assert.equal(new Set(properties.tags).size, properties.tags.length);
});

test('an undecided verdict is open and has no level, a suppressed one is accepted from outside', () => {
  const { results } = render('en').runs[0];
  assert.deepEqual(
    results.map(({ kind, level: one, suppressions }) => [kind, one, suppressions?.length ?? 0]),
    [
      ['fail', 'error', 0],
      ['fail', 'error', 0],
      ['fail', 'warning', 0],
      ['fail', 'note', 0],
      ['open', 'none', 0],
      ['fail', 'note', 1],
    ],
  );
  assert.deepEqual(results[5]?.suppressions, [
    {
      kind: 'external',
      status: 'accepted',
      justification: '検証環境のため',
      properties: { by: 'exception', owner: 'sec@example.com', expires: '2027-03-31' },
    },
  ]);
});

test('the location is the exact attribute below the scanned folder, the chain and the block are related', () => {
  const [ssh] = render('en').runs[0].results;
  assert.deepEqual(ssh?.locations[0].physicalLocation, {
    artifactLocation: { uri: 'infra/prod.tfvars', uriBaseId: '%SRCROOT%' },
    region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 26 },
  });
  assert.deepEqual(
    ssh?.relatedLocations.map((one) => one.message.text),
    [
      'Value passes through var.ssh_cidrs',
      'Value passes through module.network.ssh_cidrs',
      'Change it here',
      'Block of module.network["tokyo"].aws_security_group.bastion',
    ],
  );
});

test('a file outside of the target is a file URI without a base', () => {
  const origin = { ...hostileFinding.origin, file: '/srv/shared modules/main.tf' };
  const outside = render('en', { ...sampleReport, findings: [{ ...hostileFinding, evidence: [], origin }] }).runs[0].results[0];
  assert.deepEqual(outside?.locations[0].physicalLocation, {
    artifactLocation: { uri: 'file:///srv/shared%20modules/main.tf' },
    region: { startLine: 1, endLine: 2 },
  });
});

test('diagnostics are notifications of the run', () => {
  assert.deepEqual(render('en').runs[0].invocations[0].toolExecutionNotifications[0], {
    descriptor: { id: 'hcl-syntax' },
    level: 'error',
    message: { text: 'An argument or block was expected, found "}"' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'infra/broken.tf', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 3 },
        },
      },
    ],
  });
});
