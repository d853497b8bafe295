/** Framework files hold together: what they name exists, numbers are kept as written, and corrected links do not come back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checks, frameworks, loadFrameworkTexts } from '@kumomori/content';
import { listFrameworks } from '../packages/app/src/use-cases/index.ts';
import { frameworks as files } from '../packages/content/src/frameworks.generated.ts';
import type { Correction } from '../scripts/frameworks/index.ts';
import {
  completeControls,
  correctControls,
  corrections,
  documentTable,
  documents,
  highBaseline,
  reviewedChecks,
  withTable,
} from '../scripts/frameworks/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMPORT_AGAIN = 'run `node scripts/import-frameworks.ts FRAMEWORKS.json` again';
/** Mapped by us, by what a check is for. */
const ownMappings = new Set([
  'nist-csf',
  'soumu-cloud-settings',
  'soumu-cloud-guidebook',
  'ismap',
  'nsa-cisa-kubernetes',
  'cis-kubernetes',
  'cis-eks',
  'cis-aks',
  'cis-gke',
]);
const completeLists = new Set(['nist-csf@2.0', 'nist-800-171@r2', 'iso-27001@2022']);
const existing = new Set(checks.map(({ id }) => id));
const nameOf = ({ id, version }: { id: string; version: string }): string => `${id}@${version}`;
const linksOf = (controls: Readonly<Record<string, readonly string[]>>) => Object.entries(controls);

for (const { path, framework } of files) {
  const { id, version, controls } = framework;

  test(`${nameOf(framework)}: the file is named after it`, () => {
    assert.equal(path, `packages/content/frameworks/${id}-${version.replaceAll('.', '-')}.ts`);
  });

  test(`${nameOf(framework)}: control numbers are given once, without stray spaces`, () => {
    const written = [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^ {4}'?([^':\n]*)'?: \[/gm)].map((match) => match[1] ?? '');
    assert.deepEqual(written, Object.keys(controls));
    assert.equal(new Set(written.map((control) => control.toLowerCase())).size, written.length);
    assert.deepEqual(
      written.filter((control) => !/^\S+$/.test(control)),
      [],
    );
  });

  test(`${nameOf(framework)}: every check exists and is named once in a control`, () => {
    assert.deepEqual(
      linksOf(controls).flatMap(([control, ids]) => ids.filter((each) => !existing.has(each)).map((each) => `${control} ${each}`)),
      [],
    );
    assert.deepEqual(
      linksOf(controls).filter(([, ids]) => new Set(ids).size !== ids.length),
      [],
    );
  });

  test(`${nameOf(framework)}: corrected links do not come back, added ones are there`, () => {
    assert.deepEqual(brokenCorrections(controls, corrections[nameOf(framework)] ?? []), [], IMPORT_AGAIN);
  });

  test(`${nameOf(framework)}: our own mapping is marked, and only lists that were compared with the publication claim to be complete`, () => {
    assert.equal(framework.mapping, version.endsWith('-objective') || ownMappings.has(id) ? 'own' : 'inherited');
    assert.equal(framework.complete, id === 'cis-aws' || completeLists.has(nameOf(framework)));
  });

  test(`${nameOf(framework)}: says who published it, and every manual control has a title of ours or a chapter`, async () => {
    const texts = await loadFrameworkTexts(id, version);
    assert.ok(texts !== null);
    assert.ok(texts?.about?.url.startsWith('https://'));
    const starts = [...Object.keys(texts.titles), ...Object.keys(texts.groups)];
    const silent = linksOf(controls).filter(([control, ids]) => ids.length === 0 && !starts.some((start) => control.startsWith(start)));
    // Security Hub's numbers begin with the name of the service.
    assert.deepEqual(id === 'aws-fsbp' ? [] : silent.map(([control]) => control), []);
  });
}

for (const { version, controls } of frameworks.filter(({ id }) => id === 'cis-aws')) {
  test(`cis-aws@${version}: numbers keep their trailing zeros and no chapter has a gap`, () => {
    assert.deepEqual(gaps(Object.keys(controls)), []);
  });
}

test('a number that lost its zero leaves a gap', () => {
  const numbers = ['2.1.1', '2.1.2', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.1', '2.11'];
  assert.deepEqual(gaps(numbers), ['2.1 stands for a chapter', '2.10']);
});

test('nist-csf@2.0 has the 106 subcategories of the publication and no number of 1.1', () => {
  const numbers = Object.keys(frameworks.find(({ id }) => id === 'nist-csf')?.controls ?? {});
  assert.equal(numbers.length, 106);
  assert.deepEqual(
    numbers.filter((number) => !/^(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d$/.test(number)),
    [],
  );
});

test('lists that are complete have as many numbers as the publication', () => {
  const sizes = Object.fromEntries(
    frameworks.filter((each) => completeLists.has(nameOf(each))).map((each) => [nameOf(each), Object.keys(each.controls).length]),
  );
  assert.deepEqual(sizes, { 'iso-27001@2022': 93, 'nist-800-171@r2': 110, 'nist-csf@2.0': 106 });
});

test('completing: a number that has parts is not added beside them', () => {
  const links = [{ control: 'AC-2(1)', checks: [] }];
  assert.deepEqual(
    completeControls(links, ['AC-2', 'AC-10', 'AC-3']).map(({ control }) => control),
    ['AC-2(1)', 'AC-3', 'AC-10'],
  );
});

for (const [path, language] of Object.entries(documents)) {
  // The documents count the catalogue of a release; while reviewed checks are still being written there is nothing to compare.
  test(`${path} has the table of \`kumomori frameworks\``, { skip: reviewedChecks.some((id) => !existing.has(id)) }, async () => {
    const document = readFileSync(join(ROOT, path), 'utf8');
    const table = documentTable(await listFrameworks({ language }), language);
    assert.equal(document, withTable(document, table), 'run `node scripts/framework-docs.ts`');
  });
}

test('a check in a framework does not say that it is in none', () => {
  const listed = new Set(frameworks.flatMap(({ controls }) => Object.values(controls).flat()));
  const wrong = checks.filter(({ id, check }) => listed.has(id) && check.noFramework !== undefined);
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
});

test('a check in no framework says why', () => {
  const listed = new Set(frameworks.flatMap(({ controls }) => Object.values(controls).flat()));
  const silent = checks.filter(({ id, check }) => !listed.has(id) && (check.noFramework ?? '') === '');
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
    IMPORT_AGAIN,
  );
});

test('a correction says why in at most ten words and speaks of checks that exist; what is kept was reviewed', () => {
  const all = Object.values(corrections).flat();
  assert.deepEqual(
    all.filter(({ reason }) => reason === '' || reason.split(' ').length > 10).map(({ reason }) => reason),
    [],
  );
  assert.deepEqual(
    all.flatMap(({ change, checks: ids }) => ids.filter((id) => !reviewedChecks.includes(id) && (change === 'keep' || !existing.has(id)))),
    [],
  );
});

const passwordAge: Correction = { change: 'remove', controls: ['AC-2(3)'], checks: ['aws-iam-password'], reason: 'accounts' };
const inherited = [{ control: 'AC-2(3)', checks: ['aws-iam-password', 'aws-iam-stale-user'] }];
const cases: readonly { readonly name: string; readonly correction: Correction; readonly expected: readonly string[] }[] = [
  { name: 'remove takes the named check out', correction: passwordAge, expected: ['aws-iam-stale-user'] },
  {
    name: 'add keeps the order of ids',
    correction: { ...passwordAge, change: 'add', checks: ['aws-iam-a', 'aws-iam-password'] },
    expected: ['aws-iam-a', 'aws-iam-password', 'aws-iam-stale-user'],
  },
  {
    name: 'keep leaves a check alone that was not reviewed',
    correction: { ...passwordAge, change: 'keep', checks: [] },
    expected: ['aws-iam-stale-user'],
  },
];
for (const { name, correction, expected } of cases) {
  test(`correcting: ${name}`, () => {
    assert.deepEqual(correctControls(inherited, [correction], ['aws-iam-password']), [{ control: 'AC-2(3)', checks: expected }]);
  });
}

test('correcting: a correction without effect or without its control is refused', () => {
  assert.throws(() => correctControls(inherited, [{ ...passwordAge, checks: ['aws-iam-mfa'] }]), /changes nothing/);
  assert.throws(() => correctControls(inherited, [{ ...passwordAge, controls: ['AC-99'] }]), /AC-99 is not a control/);
});

/** What the corrections, in their order, demand of a control and the shipped file does not do. Checks that do not exist are left out. */
function brokenCorrections(controls: Readonly<Record<string, readonly string[]>>, list: readonly Correction[]): readonly string[] {
  const demands = new Map<string, boolean>();
  for (const { change, controls: numbers, checks: ids } of list) {
    const touched = change === 'keep' ? reviewedChecks.filter((id) => !ids.includes(id)) : ids;
    for (const control of numbers) for (const id of touched) demands.set(`${control} ${id}`, change === 'add');
  }
  return [...demands].flatMap(([link, wanted]) => {
    const [control = '', id = ''] = link.split(' ');
    const found = controls[control]?.includes(id) ?? false;
    return existing.has(id) && found !== wanted ? [`${link} ${wanted ? 'is missing' : 'is back'}`] : [];
  });
}

/** Numbers missing below a chapter, and numbers that are also a chapter: `2.1` beside `2.1.1`. */
function gaps(numbers: readonly string[]): readonly string[] {
  const chapters = new Map<string, Set<number>>();
  for (const number of numbers) {
    const parts = number.split('.');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const chapter = parts.slice(0, depth).join('.');
      chapters.set(chapter, (chapters.get(chapter) ?? new Set()).add(Number(parts[depth])));
    }
  }
  const doubled = numbers.filter((number) => chapters.has(number)).map((number) => `${number} stands for a chapter`);
  const missing = [...chapters].flatMap(([chapter, children]) =>
    Array.from({ length: Math.max(...children) }, (_, index) => index + 1)
      .filter((child) => !children.has(child))
      .map((child) => `${chapter}.${child}`),
  );
  return [...doubled, ...missing];
}

test('the runtimes of App Service answer, language by language, the controls that ask for a supported runtime', () => {
  const controlsOf = (id: string): readonly string[] =>
    frameworks.flatMap((framework) =>
      linksOf(framework.controls).flatMap(([control, ids]) => (ids.includes(id) ? [`${nameOf(framework)} ${control}`] : [])),
    );
  const languages = ['dotnet', 'java', 'php', 'python'].flatMap((name) => controlsOf(`azure-appservice-supported-${name}`));
  assert.deepEqual(new Set(languages), new Set(controlsOf('azure-appservice-supported-runtime')));
  assert.ok(languages.length > 4);
});

test('nist-800-53@r5 has every number of the high baseline', () => {
  const controls = Object.keys(frameworks.find((each) => nameOf(each) === 'nist-800-53@r5')?.controls ?? {});
  const isThere = (number: string): boolean => controls.some((control) => control === number || control.startsWith(`${number}(`));
  assert.equal(highBaseline.length, 370);
  assert.deepEqual(
    highBaseline.filter((number) => !isThere(number)),
    [],
  );
});
