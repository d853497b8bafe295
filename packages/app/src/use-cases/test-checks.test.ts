import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, Example, ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';
import { runExample, testCheck } from './test-checks.ts';

const text = { en: 'said', ja: '説明' };
const versioned =
  'resource "aws_s3_bucket_versioning" "v" {\n  bucket = "orders-bucket"\n  versioning_configuration { status = "Enabled" }\n}\n';
const plain = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';

const sound: Check = defineCheck({
  ...{
    title: { en: 'S3 bucket keeps versions', ja: 'S3 バケットはバージョンを残す' },
    severity: 'medium',
    priority: 'P1',
    controlType: 'preventive',
  },
  on: 'aws.s3.bucket',
  ...{
    why: text,
    fix: { summary: text, terraform: '', cli: '', console: text },
    references: ['https://example.com/'],
    equivalents: ['CKV_1'],
    without: { cloudformation: 'one format is enough here' },
  },
  evaluate: (bucket) =>
    bucket.versioning.status === 'Enabled' ? pass() : fail({ en: `${bucket.name} keeps none`, ja: `${bucket.name} は残しません` }),
  examples: [fails('plain', plain), passes('versioned', plain + versioned)],
});

const id = 'aws-s3-bucket-versions';
const example = (terraform: string, expect: Example['expect'] = 'fail'): Example => ({ name: 'one', expect, sources: { terraform } });
const both = (failing: Example): Pick<Check, 'examples'> => ({ examples: [failing, ...sound.examples.slice(1)] });
const failing = (message: string): Pick<Check, 'evaluate'> => ({
  evaluate: (view) => {
    const bucket = view as { readonly acl: string; readonly versioning: { readonly status: string } }; // part of the shape
    return bucket.versioning.status === 'Enabled' ? pass() : fail({ en: message, ja: message });
  },
});

const broken: readonly (readonly [string, Partial<Check>, string])[] = [
  ['a full stop', { title: { ...sound.title, en: 'S3 bucket keeps versions.' } }, 'title (en) ends with a full stop'],
  ['a title that is too long', { title: { ...sound.title, ja: 'あ'.repeat(81) } }, 'title (ja) must have 1 to 80 characters'],
  ['no reason', { why: { en: 'said', ja: ' ' } }, 'why (ja) is empty'],
  ['no reference', { references: [] }, 'no reference'],
  ['an unknown severity', { severity: 'urgent' as never }, 'severity urgent is not known'],
  ['its own id as an alias', { aliases: [id] }, 'its own id is an alias'],
  ['an equivalent twice', { equivalents: ['CKV_1', 'CKV_1'] }, 'an equivalent is listed twice'],
  ['no replacement', { deprecated: { replacedBy: '' } }, 'deprecated without replacedBy'],
  ['no failing example', { examples: sound.examples.slice(1) }, 'no example that must fail'],
  ['an example twice', { examples: [...sound.examples, ...sound.examples] }, 'example "plain" is there twice'],
  ['a fix that does not help', { fix: { ...sound.fix, terraform: plain } }, 'the fix (terraform) does not pass the check: fail'],
  [
    'an example of something else',
    both(example('resource "aws_sqs_queue" "q" {}')),
    'example "one": expected fail, got not-applicable (no aws.s3.bucket in it)',
  ],
  ['a message without the name', failing('it keeps none'), 'example "plain": the message (en) does not name orders-bucket'],
  [
    'evidence of nothing',
    { evaluate: () => fail({ en: 'orders-bucket', ja: 'orders-bucket' }) },
    'example "plain": aws_s3_bucket.orders fails without evidence that has a line of the example',
  ],
  ['a result that changes', { evaluate: changing() }, 'example "plain": gives another result the second time'],
  [
    'a verdict that an unknown value flips',
    {
      evaluate: (view) => {
        try {
          return sound.evaluate(view, {});
        } catch {
          return pass();
        }
      },
    },
    'example "plain": hiding versioning.status flips fail to pass at aws_s3_bucket.orders',
  ],
  [
    'a bug with an empty resource',
    {
      evaluate: (view, params) => {
        if ((view as { readonly name: string }).name === 'aws_s3_bucket.empty') throw new TypeError('nothing is there');
        return sound.evaluate(view, params);
      },
    },
    'an empty aws_s3_bucket makes it throw: nothing is there',
  ],
];

function changing(): Check['evaluate'] {
  let count = 0;
  return (view) => {
    count += 1;
    const verdict = sound.evaluate(view, {});
    return verdict.status === 'fail' ? { ...verdict, message: { en: `orders-bucket ${count}`, ja: `orders-bucket ${count}` } } : verdict;
  };
}

test('a sound check has no problem', () => {
  assert.deepEqual(testCheck({ id, check: sound }), []);
});

for (const [title, parts, problem] of broken) {
  test(`a check with ${title} is refused`, () => {
    const problems = testCheck({ id, check: { ...sound, ...parts } });
    assert.ok(problems.includes(problem), problems.join('\n'));
  });
}

test('an id is kebab-case', () => {
  assert.deepEqual(testCheck({ id: 'AwsS3', check: sound }), ['the id is not kebab-case']);
});

const calls = (status: string): readonly ExampleCall[] => [
  { call: 's3:ListBuckets', response: { Buckets: [{ Name: 'orders-bucket' }] } },
  { call: 's3:GetBucketVersioning', request: { Bucket: 'orders-bucket' }, response: { Status: status } },
];
const live: Check = {
  ...sound,
  without: { terraform: 'only the API says it', cloudformation: 'only the API says it' },
  fix: { summary: text, cli: 'aws s3api put-bucket-versioning --bucket orders-bucket' },
  examples: [fails('off', { live: calls('Suspended') }), passes('on', { live: calls('Enabled') })],
};

test('what only a live account can say is shown by recorded calls', () => {
  assert.deepEqual(testCheck({ id, check: live }), []);
  const entry = { id, check: live };
  assert.deepEqual(runExample(entry, 'live', fails('off', { live: calls('Suspended') })), {
    status: 'fail',
    message: { en: 'orders-bucket keeps none', ja: 'orders-bucket は残しません' },
    lines: [{ file: 'global/s3/ListBuckets.jsonl', line: 1 }],
  });
});

test('a call that an example does not record leaves its verdict unknown', () => {
  const half = isUnknown('half', { live: calls('Enabled').slice(0, 1) });
  assert.deepEqual(testCheck({ id, check: { ...live, examples: [...live.examples, half] } }), []);
});

test('a check that no format of code can decide needs recorded calls', () => {
  const problems = testCheck({ id, check: { ...live, examples: [fails('plain', plain), passes('versioned', plain + versioned)] } });
  assert.deepEqual(problems, [
    'no example in live that must pass (or say in `without` why the format cannot)',
    'no example in live that must fail (or say in `without` why the format cannot)',
  ]);
});
