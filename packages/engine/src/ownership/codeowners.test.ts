import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOwnersDialect, ownersOfPath, parseCodeOwners } from './index.ts';
import type { CodeOwnersDialect } from './index.ts';

type Row = readonly [dialect: CodeOwnersDialect, text: string, path: string, owners: string];

const rows: readonly Row[] = [
  ['github', '* @org/base\n*.tf @org/infra', 'network/main.tf', '@org/infra'],
  ['github', '*.tf @org/infra\n* @org/base', 'network/main.tf', '@org/base'],
  ['github', 'docs/* docs@example.com', 'docs/guide.md', 'docs@example.com'],
  ['github', 'docs/* docs@example.com', 'docs/build/main.md', ''],
  ['github', 'docs/* docs@example.com', 'web/docs/guide.md', ''],
  ['github', 'apps/ @hanako', 'web/apps/one/main.tf', '@hanako'],
  ['github', '/apps/ @hanako', 'web/apps/one/main.tf', ''],
  ['github', '/apps/ @hanako', 'apps/one/two/main.tf', '@hanako'],
  ['github', '/apps/ @hanako\n/apps/public', 'apps/public/index.html', ''],
  ['github', '/apps @hanako', 'apps/one/main.tf', '@hanako'],
  ['github', 'apps/ @hanako', 'apps', ''],
  ['github', '**/logs @hanako', 'deploy/logs/app.log', '@hanako'],
  ['github', '/* @org/base', 'main.tf', '@org/base'],
  ['github', '/* @org/base', 'network/main.tf', ''],
  ['github', '* @org/base # everything @org/other', 'main.tf', '@org/base'],
  ['github', '* @org/base\n!main.tf @hanako\n[ab].tf @hanako', 'main.tf', '@org/base'],
  ['github', '* @org/base\n*.tf nobody', 'main.tf', '@org/base'],
  ['github', 'path\\ with\\ spaces/ @hanako', 'path with spaces/main.tf', '@hanako'],
  ['github', 'a/**/z @hanako', 'a/b/c/z', '@hanako'],
  ['github', 'a/**/z @hanako', 'a/z', '@hanako'],
  ['gitlab', '* @base\n[Docs]\ndocs/ @docs', 'web/docs/deep/guide.md', '@base @docs'],
  ['gitlab', 'docs @docs', 'docs/guide.md', ''],
  ['gitlab', 'internal/README.md @docs', 'web/internal/README.md', '@docs'],
  ['gitlab', '/docs/* @docs', 'docs/deep/guide.md', ''],
  ['gitlab', '/docs/** @docs', 'docs/deep/guide.md', ''],
  ['gitlab', '/docs/**/*.md @docs', 'docs/guide.md', '@docs'],
  ['gitlab', '/docs/ @docs', 'docs/.hidden/guide.md', '@docs'],
  ['gitlab', '[Infra][2] @org/infra\nmodules/\n*.tf @hanako @@maintainer', 'modules/main.tf', '@hanako @@maintainer'],
  ['gitlab', '[Infra][2] @org/infra\nmodules/', 'modules/main.go', '@org/infra'],
  ['gitlab', '^[Infra] @org/infra\n*.tf\n[Docs]\n*.md @docs\n[INFRA]\n*.tf @hanako', 'main.tf', '@hanako'],
  ['gitlab', '* @base\n!pom.xml\npom.xml @hanako', 'pom.xml', ''],
  ['gitlab', '[]\n* @base', 'main.tf', '@base'],
  ['gitlab', '\\#notes @base', '#notes', '@base'],
];

for (const [dialect, text, path, expected] of rows) {
  test(`CODEOWNERS of ${dialect}: ${text.replaceAll('\n', ' | ')} for ${path}`, () => {
    assert.equal(ownersOfPath(parseCodeOwners(text, dialect), path).owners.join(' '), expected);
  });
}

test('lines that the platform cannot use are named', () => {
  const { problems } = parseCodeOwners('* @org/base\n!main.tf @hanako\n\n*.tf nobody\n[a-z].tf @hanako', 'github');
  assert.deepEqual(
    problems.map(({ line, code }) => `${line} ${code}`),
    ['2 pattern-unsupported', '4 owner-malformed', '5 pattern-unsupported'],
  );
  assert.deepEqual(parseCodeOwners('x'.repeat(3_000_001), 'github').problems, [{ line: 1, code: 'too-large' }]);
});

test('the deciding line and section are told', () => {
  const { entries } = ownersOfPath(parseCodeOwners('* @base\n\n[Docs]\n*.md @docs', 'gitlab'), 'README.md');
  assert.deepEqual(
    entries.map(({ section, line, pattern }) => [section, line, pattern]),
    [
      [null, 1, '*'],
      ['Docs', 4, '*.md'],
    ],
  );
});

test('the dialect follows from the place, else from the headings', () => {
  assert.deepEqual(
    [
      ['.gitlab/CODEOWNERS', '* @a'],
      ['.github/CODEOWNERS', '[Docs]\n* @a'],
      ['CODEOWNERS', '[Docs]\n* @a'],
      ['CODEOWNERS', '* @a'],
    ].map(([path = '', text = '']) => codeOwnersDialect(path, text)),
    ['gitlab', 'github', 'gitlab', 'github'],
  );
});

test('any text can be read and asked', () => {
  const line = fc.string({ unit: fc.constantFrom('*', '/', '[', ']', '!', '^', '#', '\\', '@', 'a', '.', ' ', '\n'), maxLength: 40 });
  fc.assert(
    fc.property(line, fc.constantFrom<CodeOwnersDialect>('github', 'gitlab'), (text, dialect) => {
      const { owners } = ownersOfPath(parseCodeOwners(text, dialect), 'a/a.a');
      assert.ok(owners.every((owner) => owner.includes('@')));
    }),
  );
});
