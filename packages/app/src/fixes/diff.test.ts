import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from './diff.ts';

test('equal texts have no difference', () => {
  assert.equal(unifiedDiff('main.tf', 'a\n', 'a\n'), '');
});

test('changes that are near each other share a hunk, others have their own', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
  const after = lines.with(1, 'two').with(4, 'five').toSpliced(17, 0, 'new');
  assert.equal(
    unifiedDiff('a/main.tf', `${lines.join('\n')}\n`, `${after.join('\n')}\n`),
    `--- a/a/main.tf
+++ b/a/main.tf
@@ -1,8 +1,8 @@
 line 1
-line 2
+two
 line 3
 line 4
-line 5
+five
 line 6
 line 7
 line 8
@@ -15,6 +15,7 @@
 line 15
 line 16
 line 17
+new
 line 18
 line 19
 line 20
`,
  );
});

test('a last line without a line end is said to be one', () => {
  assert.equal(
    unifiedDiff('x', 'a', 'a\nb'),
    '--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
  );
});

/** What `patch` does, for diffs of one file. */
function applied(diff: string, before: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const next: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [, from = '1', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(hunk) ?? [];
    const start = Number(count) === 0 ? Number(from) : Number(from) - 1;
    next.push(...old.slice(at, start));
    at = start;
    const lines = hunk.split('\n').slice(1, -1);
    for (const [index, line] of lines.entries()) {
      const text = line.slice(1) + (lines[index + 1]?.startsWith('\\') ? '' : '\n');
      if (line.startsWith('+')) next.push(text);
      if (line.startsWith(' ')) next.push(text);
      if (line.startsWith('-') || line.startsWith(' ')) assert.equal(old[at++], text);
    }
  }
  return [...next, ...old.slice(at)].join('');
}

test('a difference applied to the first text gives the second', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 25 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => applied(unifiedDiff('x', before, after), before) === after),
    { numRuns: 300 },
  );
});
