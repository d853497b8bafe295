/**
 * The case files of cases/: a name, the documented rule that the case comes from, a line for `iam evaluate` (contracts.md section 3) and the
 * answer. Every case is decided twice: by the evaluator, and by the slow one of reference/ that follows the documentation word by word.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AccessInput } from './aws/index.ts';
import { evaluateAccess } from './aws/index.ts';
import { rcpCatalogue } from './reference/catalogue.test-helper.ts';
import { evaluateByReference } from './reference/evaluate.test-helper.ts';

interface Case extends AccessInput {
  readonly name: string;
  readonly rule: string;
  readonly expected: {
    readonly decision: string;
    readonly conditional?: boolean;
    /** Steps that the explanation has to hold, with these fields. */
    readonly because?: readonly Readonly<Record<string, unknown>>[];
  };
}

const FOLDER = fileURLToPath(new URL('cases/', import.meta.url));

function casesOf(file: string): readonly Case[] {
  const lines = readFileSync(`${FOLDER}${file}`, 'utf8').trimEnd().split('\n');
  // The files are ours: what they hold is what `Case` says, or the test fails.
  return lines.map((line) => JSON.parse(line) as Case);
}

const files = readdirSync(FOLDER)
  .filter((name) => name.startsWith('aws-') && name.endsWith('.jsonl'))
  .toSorted();

function decided({ expected }: Case): { readonly decision: string; readonly conditional: boolean } {
  return { decision: expected.decision, conditional: expected.conditional ?? false };
}

for (const file of files) {
  test(`the evaluator decides every case of ${file} as documented`, () => {
    for (const row of casesOf(file)) {
      const answer = evaluateAccess(row, rcpCatalogue);
      assert.deepEqual(
        { decision: answer.decision, conditional: answer.conditional !== null },
        decided(row),
        `${row.name}\n${row.rule}\n${JSON.stringify(answer)}`,
      );
      for (const step of row.expected.because ?? []) {
        const found = answer.because.some((each) => Object.entries(step).every(([field, value]) => Reflect.get(each, field) === value));
        assert.ok(found, `${row.name}: no step ${JSON.stringify(step)} in ${JSON.stringify(answer.because)}`);
      }
    }
  });

  test(`the reference decides every case of ${file} as documented`, () => {
    for (const row of casesOf(file)) assert.deepEqual(evaluateByReference(row), decided(row), `${row.name}\n${row.rule}`);
  });
}

test('there are over 900 cases, each with a name of its own and the rule it comes from', () => {
  const cases = files.flatMap(casesOf);
  assert.ok(cases.length > 900, `${cases.length} cases`);
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  assert.deepEqual(
    cases.filter(({ rule }) => !rule.includes(': ') || rule.length < 40).map(({ name }) => name),
    [],
  );
});
