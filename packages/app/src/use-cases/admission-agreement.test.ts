/** Exported admission policies, simulated, say of every example of our checks what the check itself says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks, loadAdmission } from '@kumomori/content';
import { evaluateCheck, simulateAdmission } from '@kumomori/engine';
import type { Manifest, Status } from '@kumomori/model';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { detectInputs, evaluateCode, readAdmission, readManifestRoots } from '@kumomori/parsers';
import { policyYaml } from '../outputs/index.ts';
import { exampleFiles } from './example-resources.ts';

function manifestsOf(files: Readonly<Record<string, string>>): readonly Manifest[] {
  const tree = treeOf(files);
  return readManifestRoots(tree, detectInputs(tree)).roots.flatMap(({ objects }) => objects);
}

function treeOf(files: Readonly<Record<string, string>>): Parameters<typeof detectInputs>[0] {
  const read = (path: string): ReturnType<Parameters<typeof detectInputs>[0]['read']> => {
    const text = files[path];
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  };
  return { root: 'example', paths: Object.keys(files), read };
}

const GRAVITY: readonly Status[] = ['not-applicable', 'pass', 'unknown', 'fail'];

test('exported policies refuse the examples that fail, and no others', async () => {
  const { admissionRules, admissionSubjects } = await loadAdmission();
  const wrong: string[] = [];
  let compared = 0;
  for (const { id, check } of checks) {
    const rule = admissionRules[id];
    if (!rule) continue;
    const yaml = policyYaml({
      name: id,
      action: 'Deny',
      notes: [],
      subject: admissionSubjects[rule.on],
      validations: [{ rule, message: check.title.en }],
    });
    const { policies, bindings, diagnostics } = readAdmission(manifestsOf({ 'policy.yaml': yaml }));
    assert.deepEqual([diagnostics, policies.length, bindings.length], [[], 1, 1], id);
    for (const example of check.examples) {
      const source = example.sources.kubernetes;
      const { params } = example;
      if (source === undefined || (rule.levels && !isAsked(params, rule.levels)) || (!rule.levels && params)) continue;
      const files = exampleFiles('kubernetes', source);
      const { roots } = evaluateCode(treeOf(files), { secrets: false });
      const resources = roots.flatMap((root) => normalizeCode(root, resourceReaders)).filter(({ type }) => type === check.on);
      const lookup = (): undefined => undefined;
      const found = resources.map((resource) => evaluateCheck(check, resource, { lookup, params: paramsFor(rule.levels) }).status);
      const said = GRAVITY.findLast((status) => found.includes(status)) ?? 'not-applicable';
      const { outcomes } = simulateAdmission({ policies, bindings, objects: manifestsOf(files) });
      const own = outcomes.filter(({ madeBy }) => madeBy === null).map(({ status }) => status);
      const answer = own.includes('denied') ? 'fail' : own.includes('unknown') ? 'unknown' : 'pass';
      compared++;
      const isRight =
        answer === said || (answer === 'pass' && said === 'not-applicable') || (rule.isStricter === true && answer === 'fail');
      if (!isRight) wrong.push(`${id} "${example.name}": the check says ${said}, the policy ${answer}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(compared > 300, `${compared} examples were compared`);
});

type Levels = readonly ('baseline' | 'restricted')[];

function paramsFor(levels: Levels | undefined): Record<string, readonly string[]> {
  return levels ? { level: [levels.includes('baseline') ? 'baseline' : 'restricted'] } : {};
}

/** The example asks for a level that has the rule, in its newest version. */
function isAsked(params: Readonly<Record<string, unknown>> | undefined, levels: Levels): boolean {
  const level: unknown = params?.['level'] ?? ['baseline'];
  return params?.['version'] === undefined && Array.isArray(level) && levels.some((each) => level.includes(each));
}

test('every check of Kubernetes has a rule or a reason', async () => {
  const { admissionRules, admissionObstacle } = await loadAdmission();
  const open = checks.filter(({ id }) => id.startsWith('k8s-') && (admissionRules[id] === undefined) === (admissionObstacle(id) === null));
  assert.deepEqual(
    open.map(({ id }) => id),
    [],
  );
  const known = new Set(checks.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(admissionRules).filter((id) => !known.has(id)),
    [],
  );
});
