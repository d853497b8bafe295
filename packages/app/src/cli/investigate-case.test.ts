/** Case files, the question library and evidence bundles as a user meets them. */
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadHunts, loadInvestigationQuestions } from '@kumomori/content';
import type { CliRun } from '../testing/index.ts';
import { inFolder, investigationLogs, runInFolder } from '../testing/index.ts';

type Run = (...argv: readonly string[]) => Promise<CliRun>;

const inCase = async (use: (run: Run, folder: string) => Promise<void>): Promise<void> =>
  await inFolder(investigationLogs(), async (folder) => {
    const run: Run = async (...argv) => await runInFolder(folder, argv, { variables: { KUMOMORI_DATA_DIR: join(folder, 'keys') } });
    const begun = await run('investigate', 'bob', 'logs', '--case', 'case', '--hypothesis', 'The key was taken along', '--format', 'json');
    assert.equal(begun.exitCode, 0, begun.stderr);
    assert.match(begun.stderr, /case begun in case/);
    await use(run, folder);
  });

interface Shown {
  readonly intact: boolean;
  readonly case: {
    readonly hypothesis: string;
    readonly questions: readonly {
      readonly library: string | null;
      readonly answer: string | null;
      readonly queries: readonly { readonly command: string }[];
    }[];
  };
  readonly evidence: readonly { readonly file: string; readonly kind: string; readonly state: string }[];
}
const shown = async (run: Run, exitCode = 0): Promise<Shown> => {
  const { stdout, stderr, exitCode: actual } = await run('investigate', 'case', 'case', '--format', 'json');
  assert.equal(actual, exitCode, stderr);
  return JSON.parse(stdout) as Shown;
};

test('a case grows by queries and keeps what people wrote into it', async () => {
  await inCase(async (run, folder) => {
    const path = join(folder, 'case/case.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('hypothesis:', '# seen by the CISO\nhypothesis:'));
    await run('investigate', 'AKIAEXAMPLEBOB000001', 'logs', '--case', 'case', '--question', 'leaver-key-used', '--answer', 'yes');
    const again = await run('investigate', '198.51.100.9', 'logs', '--case', 'case', '--question', 'leaver-key-used');
    assert.match(again.stderr, /query r3 added/);
    assert.match(readFileSync(path, 'utf8'), /# seen by the CISO\nhypothesis: The key was taken along/);
    const report = await shown(run);
    assert.deepEqual(
      report.case.questions.map(({ library, answer, queries }) => [library, answer, queries.map(({ command }) => command)]),
      [
        [null, null, ['kumomori investigate bob logs']],
        ['leaver-key-used', 'yes', ['kumomori investigate AKIAEXAMPLEBOB000001 logs', 'kumomori investigate 198.51.100.9 logs']],
      ],
    );
    assert.equal(report.evidence.filter(({ kind }) => kind === 'log').length, 1);
    assert.match(readFileSync(join(folder, 'case/notes.md'), 'utf8'), /## r3 · /);
  });
});

test('evidence that was altered or removed is named', async () => {
  await inCase(async (run, folder) => {
    assert.equal((await shown(run)).intact, true);
    appendFileSync(join(folder, 'case/evidence/001-bob.timeline.jsonl'), ' ');
    rmSync(join(folder, 'case/evidence/001-bob.md'));
    rmSync(join(folder, 'logs/home.json.gz'));
    const { evidence, intact } = await shown(run, 1);
    assert.equal(intact, false);
    assert.deepEqual(
      evidence.map(({ file, state }) => [file, state]),
      [
        ['evidence/001-bob.json', 'intact'],
        ['evidence/001-bob.md', 'missing'],
        ['evidence/001-bob.timeline.jsonl', 'altered'],
        ['logs/home.json.gz', 'absent'],
      ],
    );
    const bundle = await run('investigate', 'bundle', 'case', '--output', 'case.zip');
    assert.equal(bundle.exitCode, 2);
    assert.ok(!existsSync(join(folder, 'case.zip')));
  });
});

test('a case file that leads out of its folder, or is none, is an error', async () => {
  await inCase(async (run, folder) => {
    const path = join(folder, 'case/case.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('evidence/001-bob.md', '../logs/okta.jsonl'));
    assert.match((await run('investigate', 'case', 'case')).stderr, /leads out of the case folder/);
    writeFileSync(path, 'version: 7');
    assert.match((await run('investigate', 'case', 'case')).stderr, /is no case file/);
    assert.match((await run('investigate', 'bob', 'logs', '--case', 'logs')).stderr, /other files than a case/);
    assert.match((await run('investigate', 'case', 'keys')).stderr, /holds no case.yaml/);
  });
});

test('a bundle is signed; edits, removals, additions and foreign keys are found', async () => {
  await inCase(async (run, folder) => {
    for (const output of ['bundle', 'bundle.zip']) {
      const made = await run('investigate', 'bundle', 'case', '--output', output, '--with-logs');
      assert.equal(made.exitCode, 0, made.stderr);
      const verified = await run('investigate', 'verify', output);
      assert.equal(verified.exitCode, 0, verified.stdout);
      assert.match(verified.stdout, /The key is known/);
    }
    const elsewhere = await runInFolder(folder, ['investigate', 'verify', 'bundle.zip'], {
      variables: { KUMOMORI_DATA_DIR: join(folder, 'other') },
    });
    assert.match(elsewhere.stdout, /Whose key that is, nothing here says/);
    const other = await run('investigate', 'verify', 'bundle.zip', '--key', 'a'.repeat(64));
    assert.equal(other.exitCode, 1);
    assert.match(other.stdout, /signed by another key/);

    appendFileSync(join(folder, 'bundle/notes.md'), 'nothing happened');
    renameSync(join(folder, 'bundle/evidence/001-bob.md'), join(folder, 'bundle/evidence/999.md'));
    const broken = await run('investigate', 'verify', 'bundle', '--format', 'json');
    assert.equal(broken.exitCode, 1);
    const { problems } = JSON.parse(broken.stdout) as { readonly problems: readonly { readonly file: string; readonly reason: string }[] };
    assert.deepEqual(
      problems.map(({ file, reason }) => `${reason} ${file}`),
      ['edited notes.md', 'missing evidence/001-bob.md', 'unlisted evidence/999.md'],
    );
    const manifest = join(folder, 'bundle/manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('Investigation of bob', 'Investigation of carol'));
    assert.match((await run('investigate', 'verify', 'bundle')).stdout, /signature does not hold/);
  });
});

test('an archive whose content is damaged is no intact bundle, and no damage at all is an internal error', async () => {
  await inCase(async (run, folder) => {
    await run('investigate', 'bundle', 'case', '--output', 'bundle.zip');
    const bytes = readFileSync(join(folder, 'bundle.zip'));
    const packed = bytes.readUInt32LE(18);
    // The first file is case.yaml: 30 bytes of head, 9 of its name, its content.
    const content = { from: 39, to: 39 + packed };
    const places = [...Array(60).keys()].map((index) => Math.floor((index * bytes.length) / 60));
    for (const at of [...places, content.from, content.from + 40, content.to - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      writeFileSync(join(folder, 'damaged.zip'), damaged);
      const { exitCode, stderr } = await run('investigate', 'verify', 'damaged.zip');
      assert.ok(!stderr.includes('internal error'), `${at}: ${stderr}`);
      if (at >= content.from && at < content.to) assert.notEqual(exitCode, 0, String(at));
    }
    writeFileSync(join(folder, 'damaged.zip'), bytes.subarray(0, bytes.length / 2));
    assert.equal((await run('investigate', 'verify', 'damaged.zip')).exitCode, 2);
  });
});

test('evidence from a sealed lake comes with proofs, from one that is not without, and a forged proof is found', async () => {
  await inFolder(investigationLogs(), async (folder) => {
    const run: Run = async (...argv) => await runInFolder(folder, argv, { variables: { KUMOMORI_DATA_DIR: join(folder, 'keys') } });
    await run('lake', 'ingest', 'logs', '--lake', 'lake');
    const question = ['--question', 'what-did-key-do', '--case', 'case'];
    const kept = await run('investigate', 'AKIAEXAMPLEBOB000001', '--lake', 'lake', ...question);
    assert.equal(kept.exitCode, 0, kept.stderr);
    assert.match(readFileSync(join(folder, 'case/evidence/001-what-did-this-key-do.csv'), 'utf8'), /rclone/);
    assert.match((await run('investigate', 'bundle', 'case', '--output', 'unsealed')).stderr, /not sealed/);
    await run('lake', 'seal', 'lake');
    const sealed = await run('investigate', 'bundle', 'case', '--output', 'sealed');
    assert.equal(sealed.stderr, '');
    const verdict = JSON.parse((await run('investigate', 'verify', 'sealed', '--format', 'json')).stdout) as {
      readonly intact: boolean;
      readonly checked: { readonly proofs: number };
    };
    assert.equal(verdict.intact, true);
    assert.ok(verdict.checked.proofs > 0);
    const [proof = ''] = readdirSync(join(folder, 'sealed/proofs'));
    const path = join(folder, 'sealed/proofs', proof);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"index": \d+/, '"index": 77'));
    const forged = await run('investigate', 'verify', 'sealed');
    assert.equal(forged.exitCode, 1);
    assert.match(forged.stdout, /the proof of the lake does not hold/);
  });
});

test('every question of the library has a way to its answer, and what the answer means, in both languages', async () => {
  const [questions, hunts] = [await loadInvestigationQuestions(), await loadHunts()];
  assert.ok(questions.length >= 40);
  assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
  for (const { id, question, yes, no, hunt, look, kinds } of questions) {
    for (const text of [question, yes, no]) assert.ok(text.en !== '' && /[぀-ヿ一-鿿]/.test(text.ja), id);
    assert.ok(kinds.length > 0 && (hunt !== undefined || look !== undefined), id);
    if (!hunt) continue;
    const found = hunts.find((each) => each.id === hunt.id);
    assert.ok(found, `${id}: ${hunt.id}`);
    if (hunt.parameter !== null) assert.ok(Object.hasOwn(found.parameters ?? {}, hunt.parameter), id);
  }
});

test('the library is shown by kind and one by one', async () => {
  await inFolder({}, async (folder) => {
    mkdirSync(join(folder, 'x'));
    const all = await runInFolder(folder, ['investigate', 'questions', '--for', 'resource', '--lang', 'ja']);
    assert.match(all.stdout, /誰がこれを操作したか/);
    const one = await runInFolder(folder, ['investigate', 'questions', 'logs-stopped']);
    assert.match(one.stdout, /hunt: kumomori lake query aws-trail-changed --lake LAKE/);
    const none = await runInFolder(folder, ['investigate', 'questions', 'nothing']);
    assert.equal(none.exitCode, 2);
  });
});
