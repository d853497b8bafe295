import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patchChanges } from './patch-changes.ts';

test('insertions, replacements and removals of several hunks and files', () => {
  const patch = `--- a/main.tf
+++ b/main.tf
@@ -1,4 +1,5 @@
 a
-b
+B
+C
 d
-e
@@ -9,0 +10 @@
+z
--- a/other.tf
+++ b/other.tf
@@ -1 +1,2 @@
 x
+y
`;
  assert.deepEqual(patchChanges(patch), [
    { file: 'main.tf', line: 2, removed: 1, inserted: 'B\nC\n' },
    { file: 'main.tf', line: 4, removed: 1, inserted: '' },
    { file: 'main.tf', line: 10, removed: 0, inserted: 'z\n' },
    { file: 'other.tf', line: 2, removed: 0, inserted: 'y\n' },
  ]);
});
