/**
 * Exported admission policies against labelled manifests: a JSONL file with `doc` (an object), `level` (baseline, restricted) and `verdict`
 * (pass, fail) in each line. Usage: node bench/admission.ts FILE.jsonl [VERSION]
 */
import { readFileSync } from 'node:fs';
import { simulateAdmission } from '@kumomori/engine';
import type { Manifest } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { detectInputs, readAdmission, readManifestRoots } from '@kumomori/parsers';
import { exportAdmission } from '../packages/app/src/use-cases/index.ts';

const [file = '', version] = process.argv.slice(2);

function manifestsOf(path: string, text: string): readonly Manifest[] {
  const tree: Parameters<typeof detectInputs>[0] = { root: '', paths: [path], read: () => ({ kind: 'text', text }) };
  return readManifestRoots(tree, detectInputs(tree)).roots.flatMap(({ objects }) => objects);
}

const policies = new Map<string, ReturnType<typeof readAdmission>>();
for (const standard of ['baseline', 'restricted'] as const) {
  const { policies: written } = await exportAdmission({
    ...{ checks: [], frameworks: [], severities: [], standard, action: 'Deny', language: 'en' },
  });
  policies.set(standard, readAdmission(manifestsOf('policy.yaml', written.map(({ yaml }) => yaml).join('---\n'))));
}

const counts = { right: 0, wrong: 0, other: 0 };
const before = process.cpuUsage();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const row: unknown = line === '' ? null : JSON.parse(line);
  if (!isRecord(row)) continue;
  const admission = policies.get(String(row['level']));
  if (!admission || (version !== undefined && row['version'] !== version)) {
    counts.other++;
    continue;
  }
  const objects = manifestsOf('pod.json', JSON.stringify(row['doc']));
  const { outcomes } = simulateAdmission({ ...admission, objects });
  const answer = outcomes.some(({ status }) => status === 'denied') ? 'fail' : 'pass';
  if (answer === row['verdict']) counts.right++;
  else {
    counts.wrong++;
    console.log(`${String(row['case'])}: ${answer}, not ${String(row['verdict'])}`);
  }
}
const { user, system } = process.cpuUsage(before);
console.log(
  `${counts.right} right, ${counts.wrong} wrong, ${counts.other} of other levels or versions; ${Math.round((user + system) / 1000)} ms CPU`,
);
