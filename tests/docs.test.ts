/** Documents do not lie: links and paths lead somewhere, the configuration they show is valid, formats and checks they name exist. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { productCatalogue } from '../packages/app/src/catalogue/index.ts';
import { readConfig } from '../packages/app/src/config/index.ts';
import { knownKeys } from '../packages/app/src/config/schema.ts';
import { messagesIn } from '../packages/app/src/i18n/index.ts';
import { formatNames } from '../packages/app/src/outputs/index.ts';
import { renderReport, scanCode } from '../packages/app/src/use-cases/index.ts';
import { brokenLinks, brokenPaths } from './support/markdown.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IGNORED = ['**/node_modules/**', 'dist/**', 'tmp/**', 'examples/**'];
const documents = globSync('**/*.md', { cwd: ROOT, exclude: IGNORED }).toSorted();

const exists = (path: string): boolean => existsSync(join(ROOT, path));

test('every relative link in the documents leads to a file', () => {
  const broken = documents.flatMap((path) =>
    brokenLinks(readFileSync(join(ROOT, path), 'utf8'), dirname(path), exists).map((link) => `${path}: ${link}`),
  );
  assert.deepEqual(broken, []);
});

for (const path of ['docs/where.md', 'docs/capabilities.md']) {
  test(`every path named in ${path} exists`, () => {
    assert.deepEqual(brokenPaths(readFileSync(join(ROOT, path), 'utf8'), exists), []);
  });
}

test('every package has a README of at most 60 lines', () => {
  const packages = globSync('packages/*/package.json', { cwd: ROOT }).map((path) => dirname(path));
  const wrong = packages.filter(
    (folder) => !exists(`${folder}/README.md`) || readFileSync(join(ROOT, folder, 'README.md'), 'utf8').split('\n').length > 61,
  );
  assert.deepEqual(wrong, []);
});

for (const path of ['README.md', 'README.ja.md']) {
  const text = readFileSync(join(ROOT, path), 'utf8');

  test(`the configuration shown in ${path} is valid and names checks that exist`, async () => {
    const [, shown = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const config = await readConfig(shown, { file: path, catalogue: productCatalogue(), messages: messagesIn('en') });
    assert.equal(config.exceptions.length, 1);
  });

  test(`the finding shown in ${path} is what a scan of the example prints`, async () => {
    const [, shown = ''] = /```text\n(.*?)```/s.exec(text) ?? [];
    const language = path.endsWith('.ja.md') ? 'ja' : 'en';
    const cwd = join(ROOT, 'examples/estate');
    const checks = ['aws-ec2-sg-no-ssh-from-internet'];
    const result = await scanCode({ targets: ['ec/production'], cwd, now: () => new Date('2026-11-22T00:00:00Z'), language, checks });
    const printed = await renderReport(result, { format: 'table', language, color: false, width: 100, limit: 1, htmlReport: null });
    assert.ok(shown.length > 0 && printed.includes(shown), printed);
  });

  test(`${path} names every output format`, () => {
    assert.deepEqual(
      formatNames.filter((name) => !text.includes(`\`${name}\``)),
      [],
    );
  });
}

/** Every key of the schema: `failOn`, `checks.select`, `exceptions.owner`. */
const configurationKeys = Object.entries(knownKeys).flatMap(([place, keys]) =>
  place === '' ? keys.filter((key) => key !== 'checks' && key !== 'terraform') : keys.map((key) => `${place.replace('.*', '')}.${key}`),
);

for (const path of ['docs/configuration.md', 'docs/configuration.ja.md']) {
  const text = readFileSync(join(ROOT, path), 'utf8');

  test(`the example in ${path} is valid and uses every key`, async () => {
    const [, shown = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const { exceptions, expectedDrift } = await readConfig(shown, {
      file: path,
      catalogue: productCatalogue(),
      messages: messagesIn('en'),
    });
    assert.deepEqual([exceptions.length, expectedDrift.length], [1, 1]);
    const lastNames = configurationKeys.map((key) => key.slice(key.lastIndexOf('.') + 1));
    assert.deepEqual(
      lastNames.filter((name) => !new RegExp(`^[ -]*${name}:`, 'm').test(shown)),
      [],
    );
  });

  test(`the tables of ${path} name every key of the schema and no other`, () => {
    const [main = '', exceptions = '', drift = ''] = text.split(/^## /m);
    const named = (part: string): readonly string[] => [...part.matchAll(/^\| `([\w.]+)`/gm)].map(([, key]) => key ?? '');
    const all = [
      ...named(main),
      ...named(exceptions).map((key) => `exceptions.${key}`),
      ...named(drift).map((key) => `expectedDrift.${key}`),
    ];
    assert.deepEqual(all.toSorted(), configurationKeys.toSorted());
  });
}

test('a broken link is found, an outside link and an example in a code block are not', () => {
  const text = 'See [one](./one.md), [two](two.md#part), [web](https://example.com), [top](#top).\n```\n[three](three.md)\n```\n';
  assert.deepEqual(
    brokenLinks(text, 'docs', (path) => path === 'docs/two.md'),
    ['./one.md'],
  );
});

test('a path that does not exist is found, words and commands in backquotes are not taken for paths', () => {
  const text =
    'Go to `packages/model/src/gone.ts`, `packages/model`, `scan`, `npm run check`, `aws.s3.bucket`, `packages/<name>/README.md`.';
  assert.deepEqual(
    brokenPaths(text, (path) => path === 'packages/model'),
    ['packages/model/src/gone.ts'],
  );
});
