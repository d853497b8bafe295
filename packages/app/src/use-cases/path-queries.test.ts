/** Every question about attack paths: code that answers it, and single changes, the named fixes among them, that end it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import type { RecordedAnswers } from '../testing/index.ts';
import { queryCases } from '../testing/path-cases/index.ts';
import type { QueryCase, QueryChange } from '../testing/path-cases/index.ts';
import { findAttackPaths } from './find-paths.ts';

async function answering({ query, code, files = {}, snapshot, people, vulnerabilities }: QueryCase) {
  const lists = {
    ...(people !== undefined && { 'people.csv': people }),
    ...(vulnerabilities !== undefined && { 'vulnerabilities.csv': vulnerabilities }),
  };
  return inFolder({ 'main.tf': code, ...files, ...lists }, async (cwd) => {
    if (snapshot) await writeSnapshot(join(cwd, 'snapshot'), JSON.parse(snapshot) as RecordedAnswers); // Written as such in the case.
    const report = await findAttackPaths({
      ...{ cwd, language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012' },
      ...{ configFile: null, varFiles: [], workspace: null, people: people === undefined ? null : 'people.csv' },
      vulnerabilities: vulnerabilities === undefined ? null : 'vulnerabilities.csv',
      targets: snapshot ? ['main.tf', ...Object.keys(files), 'snapshot'] : ['main.tf', ...Object.keys(files)],
    });
    assert.deepEqual(report.diagnostics, []);
    return {
      answers: report.paths.filter((each) => each.query === query),
      others: report.paths.map((each) => `${each.query}: ${each.title}`),
    };
  });
}

function changed(asked: QueryCase, [, text, other]: QueryChange): QueryCase {
  const { code, snapshot = '' } = asked;
  if (other === undefined) return { ...asked, code: `${code}\n${text}` };
  if (code.includes(text)) return { ...asked, code: code.replace(text, () => other) };
  if (asked.vulnerabilities?.includes(text)) return { ...asked, vulnerabilities: asked.vulnerabilities.replace(text, () => other) };
  assert.ok(snapshot.includes(text), text);
  return { ...asked, snapshot: snapshot.replace(text, () => other) };
}

for (const each of queryCases) {
  test(`${each.query}: ${each.name}`, async () => {
    const { answers, others } = await answering(each);
    assert.equal(answers.length, 1, others.join('\n'));
    const named = answers.flatMap(({ fixes }) => fixes.map(({ summary }) => summary));
    for (const [summary] of each.fixes)
      assert.ok(
        named.some((text) => summary.test(text)),
        `${String(summary)}: ${named.join(' | ')}`,
      );
    const changes: readonly QueryChange[] = [...each.ends, ...each.fixes.map(([, ...change]) => change)];
    assert.ok(changes.length > 0);
    for (const change of changes) {
      const { answers: left } = await answering(changed(each, change));
      assert.deepEqual(
        left.map(({ title }) => title),
        [],
        change[0],
      );
    }
  });
}
