import assert from 'node:assert/strict';
import { readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { inFolder } from '../../testing/index.ts';
import { inJapanese } from '../phrases.ja.ts';

/** The library itself makes the sentences: a new version with other words is noticed here. */
const texts: readonly (readonly [code: string, text: string])[] = [
  ['BLOCK_AS_IMPLICIT_KEY', 'a: b: c\n'],
  ['BAD_INDENT', 'a: [1, 2\n'],
  ['MISSING_CHAR', 'a: "x\n'],
  ['DUPLICATE_KEY', 'a: 1\na: 2\n'],
  ['TAB_AS_INDENT', 'a:\n\t- b\n'],
  ['BAD_SCALAR_START', 'a: @x\n'],
  ['UNEXPECTED_TOKEN', '- a\nb: c\n'],
  ['BAD_DQ_ESCAPE', 'a: "\\q"\n'],
  ['MULTIPLE_DOCS', 'a: 1\n---\nb: 2\n'],
  ['MULTILINE_IMPLICIT_KEY', 'x\ny: 1\n'],
  ['UNEXPECTED_TOKEN', 'a: ]\n'],
  ['BAD_ALIAS', 'a: *\n'],
  ['MULTIPLE_ANCHORS', 'a: &a &b c\n'],
  ['TAG_RESOLVE_FAILED', 'a: !e!x 1\n'],
  ['MULTILINE_IMPLICIT_KEY', 'a: 1\n- b\n'],
  ['BLOCK_IN_FLOW', 'a: {b: 1 c: 2}\n'],
  ['UNEXPECTED_TOKEN', 'a: [1,,2]\n'],
  ['UNEXPECTED_TOKEN', 'a: |x\n  y\n'],
  ['BAD_INDENT', 'a:\n  - b\n c\n'],
];

for (const [code, text] of texts) {
  test(`what the YAML library says of ${JSON.stringify(text)} is Japanese`, () => {
    const [error] = parseDocument(text, { logLevel: 'error', prettyErrors: false }).errors;
    assert.ok(error);
    assert.equal(error.code, code);
    assert.match(inJapanese(error.message), /\p{Script=Hiragana}/u, error.message);
  });
}

test('what Node says of files is Japanese, with the code and the file', async () => {
  await inFolder({ 'a/b.txt': '' }, async (folder) => {
    const said = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return inJapanese(error instanceof Error ? error.message : '');
      }
      return '';
    };
    assert.equal(
      said(() => readFileSync(join(folder, 'none.txt'))),
      `ファイルまたはフォルダーがありません（ENOENT）（${join(folder, 'none.txt')}）`,
    );
    assert.equal(
      said(() => readFileSync(join(folder, 'a'))),
      'ファイルではなくフォルダーです（EISDIR）',
    );
    assert.match(
      said(() => readFileSync(join(folder, 'a/b.txt/c'))),
      /^フォルダーではありません（ENOTDIR）/,
    );
    assert.match(
      said(() => rmdirSync(join(folder, 'a'))),
      /^フォルダーが空ではありません（ENOTEMPTY）/,
    );
  });
  assert.equal(inJapanese('connect ECONNREFUSED 127.0.0.1:80'), '接続を拒否されました（ECONNREFUSED）');
  assert.equal(inJapanese('getaddrinfo ENOTFOUND logs.example.com'), 'ホスト名を解決できません（ENOTFOUND）');
});
