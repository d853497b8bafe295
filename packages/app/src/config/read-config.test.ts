import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { smallCatalogue } from '../testing/index.ts';
import { readConfig } from './read-config.ts';

const read = (text: string, language: 'en' | 'ja' = 'en'): ReturnType<typeof readConfig> =>
  readConfig(text, { file: 'kumomori.yaml', catalogue: smallCatalogue, messages: messagesIn(language) });

test('every section is read, and every name becomes the id of a check', () => {
  const config = read(`
version: 1
failOn: medium
include: ["infra/**"]
exclude: ["**/examples/**"]
checks:
  select: [aws-s3-*, "severity:low"]
  skip: ["framework:example-standard@2.0"]
severity:
  s3-acl-private: low
parameters:
  aws-s3-bucket-required-tags: { keys: [Owner], minimum: 2 }
terraform:
  varFiles: [prod.tfvars]
  variables: { acl: private, count: 3, enabled: true }
  workspace: prod
exceptions:
  - checks: [CKV_AWS_21]
    resources: ["module.logs.*"]
    paths: [infra/**]
    tags: { Environment: "prod*" }
    environments: [staging]
    reason: rebuilt every night
    owner: cloud-team@example.com
    expires: 2027-03-31
expectedDrift:
  - types: [aws.s3.*]
    reason: versions are being switched on
    owner: cloud-team@example.com
    expires: 2027-03-31
`);
  assert.deepEqual(config, {
    file: 'kumomori.yaml',
    failOn: 'medium',
    include: ['infra/**'],
    exclude: ['**/examples/**'],
    selected: new Set(['aws-s3-bucket-acl-private', 'aws-s3-bucket-required-tags', 'aws-s3-bucket-versioning']),
    skipped: new Set(['aws-s3-bucket-acl-private', 'aws-s3-bucket-required-tags', 'aws-s3-bucket-versioning']),
    severity: new Map([['aws-s3-bucket-acl-private', 'low']]),
    parameters: new Map([['aws-s3-bucket-required-tags', { keys: ['Owner'], minimum: 2 }]]),
    terraform: {
      varFiles: ['prod.tfvars'],
      variables: new Map([
        ['acl', 'private'],
        ['count', '3'],
        ['enabled', 'true'],
      ]),
      workspace: 'prod',
    },
    exceptions: [
      {
        file: 'kumomori.yaml',
        line: 18,
        written: ['CKV_AWS_21'],
        checks: new Set(['aws-s3-bucket-versioning']),
        resources: ['module.logs.*'],
        paths: ['infra/**'],
        tags: { Environment: 'prod*' },
        environments: ['staging'],
        reason: 'rebuilt every night',
        owner: 'cloud-team@example.com',
        expires: '2027-03-31',
      },
    ],
    expectedDrift: [
      {
        file: 'kumomori.yaml',
        line: 27,
        kinds: null,
        types: ['aws.s3.*'],
        resources: null,
        attributes: null,
        reason: 'versions are being switched on',
        owner: 'cloud-team@example.com',
        expires: '2027-03-31',
      },
    ],
  });
});

const exception = (line: string): string => `version: 1\nexceptions:\n  - checks: [CKV_AWS_21]\n    owner: a\n    reason: b\n    ${line}\n`;

const mistakes: readonly { readonly name: string; readonly text: string; readonly message: string }[] = [
  { name: 'an empty file', text: '', message: '1:1: version is missing' },
  { name: 'another version', text: 'version: 2', message: '1:10: version must be 1' },
  { name: 'a list', text: '- version: 1', message: '1:1: kumomori.yaml must be a map' },
  { name: 'broken YAML', text: 'version: 1\nfailOn: "high\n', message: '3:1: not valid YAML: Missing closing "quote' },
  { name: 'a key given twice', text: 'version: 1\nversion: 1', message: '2:1: not valid YAML: Map keys must be unique' },
  { name: 'a misspelt key', text: 'version: 1\nexeptions: []', message: '2:1: unknown key "exeptions"; did you mean exceptions?' },
  {
    name: 'a key that is like none',
    text: 'version: 1\nchecks:\n  zzzzzz: 1',
    message: '3:3: unknown key "zzzzzz" (there are select, skip, folders)',
  },
  {
    name: 'a misspelt key of an exception',
    text: exception('expire: 2027-01-01'),
    message: '6:5: unknown key "expire"; did you mean expires?',
  },
  {
    name: 'a level that is none',
    text: 'version: 1\nfailOn: higher',
    message: '2:9: failOn must be one of critical, high, medium, low, info, none',
  },
  { name: 'a text for a list', text: 'version: 1\nexclude: examples', message: '2:10: exclude must be a list of texts' },
  {
    name: 'a misspelt check',
    text: 'version: 1\nchecks:\n  skip: [aws-s3-bucket-versionig]',
    message: '3:10: there is no check "aws-s3-bucket-versionig"; did you mean aws-s3-bucket-versioning?',
  },
  {
    name: 'a wildcard that meets nothing',
    text: 'version: 1\nchecks: { skip: ["azure-*"] }',
    message: '2:18: there is no check "azure-*"; kumomori checks lists all',
  },
  {
    name: 'a misspelt check in severity',
    text: 'version: 1\nseverity:\n  aws-s3-bucket-acl-privat: low',
    message: '3:3: there is no check "aws-s3-bucket-acl-privat"; did you mean aws-s3-bucket-acl-private?',
  },
  {
    name: 'a misspelt parameter',
    text: 'version: 1\nparameters:\n  aws-s3-bucket-required-tags:\n    kys: [Owner]',
    message: '4:5: check aws-s3-bucket-required-tags has no parameter "kys"; did you mean keys?',
  },
  {
    name: 'a parameter below its minimum',
    text: 'version: 1\nparameters: { aws-s3-bucket-required-tags: { minimum: -1 } }',
    message: '2:55: minimum must be at least 0',
  },
  {
    name: 'a parameter of another type',
    text: 'version: 1\nparameters: { aws-s3-bucket-required-tags: { keys: Owner } }',
    message: '2:52: keys must be a list of texts',
  },
  { name: 'an exception without end', text: exception('tags: {}'), message: '3:5: exceptions[0].expires is missing' },
  {
    name: 'a day that does not exist',
    text: exception('expires: 2027-02-30'),
    message: '6:14: exceptions[0].expires must be a date as YYYY-MM-DD',
  },
  {
    name: 'an exception for no check',
    text: 'version: 1\nexceptions:\n  - checks: []\n    owner: a\n    reason: b\n    expires: 2027-01-01',
    message: '3:13: exceptions[0].checks must not be empty',
  },
];

for (const { name, text, message } of mistakes) {
  test(`a mistake is named with line and column: ${name}`, () => {
    assert.throws(
      () => read(text),
      (error) => {
        assert.ok(error instanceof AppError);
        assert.deepEqual([error.code, error.message], ['config-invalid', `kumomori.yaml:${message}`]);
        return true;
      },
    );
  });
}

test('mistakes are named in Japanese too', () => {
  assert.throws(() => read('version: 1\nexeptions: []', 'ja'), {
    message: 'kumomori.yaml:2:1: キー "exeptions" はありません (exceptions ではありませんか?)',
  });
});

test('keys nested in keys end the reading at once', () => {
  assert.throws(() => read(`version: 1\n${'? '.repeat(60)}a\n`), { message: /kumomori\.yaml:2:1: .*nested too deep/ });
});

test('a selector that is there 60,000 times is looked up once, in every list that names checks', () => {
  const many = (name: string, times = 1_000): string => `[${Array.from({ length: times }, () => name).join(', ')}]`;
  const lookups: string[] = [];
  let listings = 0;
  const counting: Catalogue = {
    ...smallCatalogue,
    get checks() {
      listings += 1;
      return smallCatalogue.checks;
    },
    find(name) {
      lookups.push(name);
      return smallCatalogue.find(name);
    },
  };
  const text = `version: 1
checks:
  select: ${many('aws-s3-*', 60_000)}
  skip: ${many('severity:low')}
exceptions:
  - checks: ${many('CKV_AWS_21')}
    owner: cloud-team@example.com
    reason: rebuilt every night
    expires: 2027-03-31
  - checks: ${many("'*'")}
    owner: cloud-team@example.com
    reason: a trial
    expires: 2027-03-31
`;
  const config = readConfig(text, { file: 'kumomori.yaml', catalogue: counting, messages: messagesIn('en') });
  assert.deepEqual([lookups, listings], [['aws-s3-*', 'CKV_AWS_21'], 2]);
  assert.deepEqual(
    [config.selected?.size, [...config.skipped], config.exceptions[1]?.checks.size],
    [3, ['aws-s3-bucket-required-tags'], 3],
  );
});

test('of a misspelt selector that is there several times, the first place is named', () => {
  assert.throws(() => read('version: 1\nchecks:\n  skip:\n    - aws-s3-*\n    - aws-ec3-*\n    - aws-ec3-*\n'), {
    message: /^kumomori\.yaml:5:7: there is no check "aws-ec3-\*"/,
  });
});
