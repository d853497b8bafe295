import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryPath, toJson } from './finding-view.ts';
import { sampleReport } from './testing/index.ts';

test('a path is seen from the repository when one relative target says where it was found', () => {
  const cases: readonly (readonly [readonly string[], string, string])[] = [
    [['infra/'], 'modules/s3/main.tf', 'infra/modules/s3/main.tf'],
    [['./infra'], 'main.tf', 'infra/main.tf'],
    [['.'], 'main.tf', 'main.tf'],
    [['infra/main.tf'], 'main.tf', 'infra/main.tf'],
    [['../other'], 'main.tf', 'main.tf'],
    [['/srv/infra'], 'main.tf', 'main.tf'],
    [['a', 'b'], 'main.tf', 'main.tf'],
    [['infra'], '/srv/modules/main.tf', '/srv/modules/main.tf'],
  ];
  assert.deepEqual(
    cases.map(([targets, file]) =>
      repositoryPath(file, { ...sampleReport, targets: targets.map((path) => ({ kind: 'terraform', path })) }),
    ),
    cases.map(([, , expected]) => expected),
  );
});

test('JSON holds no character that a terminal would obey', () => {
  const text = toJson({ name: 'a\u001b[2J\u009b31m\u202e' });
  assert.equal(text, '{\n  "name": "a\\u001b[2J\\u009b31m\\u202e"\n}\n');
  assert.deepEqual(JSON.parse(text), { name: 'a\u001b[2J\u009b31m\u202e' });
});
