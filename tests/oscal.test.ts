/**
 * Reports as OSCAL, judged by compliance-trestle, whose models are made from NIST's published schema. Skipped unless KUMOMORI_TEST_TRESTLE
 * names the program `trestle`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { temporaryFolder } from './support/temporary.ts';

const PROGRAM = process.env['KUMOMORI_TEST_TRESTLE'] ?? '';
const skip = PROGRAM === '' ? 'set KUMOMORI_TEST_TRESTLE to the path of trestle (pip install compliance-trestle==5.2.0) to run it' : false;
const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const ESTATE = join(import.meta.dirname, '../examples/estate');
const ANSWERS = `
"1.1": { status: met, by: Ito, date: 2026-11-01, note: asked finance, evidence: [https://example.com/contacts] }
"1.2": { status: in-progress, by: Ito, date: 2026-11-02 }
`;

describe('OSCAL assessment results', { skip }, () => {
  const workspace = temporaryFolder('trestle');

  before(() => {
    assert.equal(spawnSync(PROGRAM, ['init'], { cwd: workspace }).status, 0);
    writeFileSync(join(workspace, 'answers.yaml'), ANSWERS);
  });

  /** Path of the document, in the folder trestle looks into. */
  function reported(name: string, argv: readonly string[]): string {
    const folder = join(workspace, 'assessment-results', name);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'assessment-results.json');
    const run = spawnSync(process.execPath, [MAIN, 'report', ESTATE, ...argv, '--format', 'oscal', '--output', file], { cwd: workspace });
    assert.equal(run.status, 0, String(run.stderr));
    return file;
  }

  function validate(name: string): { readonly isValid: boolean; readonly said: string } {
    const { status, stdout, stderr } = spawnSync(PROGRAM, ['validate', '-t', 'assessment-results', '-n', name], { cwd: workspace });
    return { isValid: status === 0, said: `${stdout}${stderr}` };
  }

  for (const [name, argv] of [
    ['cis', ['--framework', 'cis-aws@5.0', '--answers', 'answers.yaml']],
    ['soumu', ['--framework', 'soumu-cloud-settings', '--lang', 'ja']],
  ] as const) {
    test(`${name} is valid`, () => {
      reported(name, argv);
      const { isValid, said } = validate(name);
      assert.ok(isValid, said);
    });
  }

  test('a wrong state would have been told', () => {
    const file = reported('wrong', ['--framework', 'cis-aws@5.0']);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"not-satisfied"', '"wrong"'));
    const { isValid, said } = validate('wrong');
    assert.equal(isValid, false);
    assert.match(said, /target\.status\.state/);
  });
});
