/** Every fix of every check is carried out on each failing example, and proved against the whole catalogue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { editedFormats, waysOf } from '@kumomori/model';
import { fixExample } from '../packages/app/src/use-cases/fix-examples.ts';
import { unfixedExamples } from './support/unfixed-examples.ts';

const current = checks.filter(({ check }) => !check.deprecated);

for (const cloud of ['aws', 'azure', 'gcp', 'k8s', '']) {
  const own = checks.filter(({ id }) => (cloud === '' ? !/^(?:aws|azure|gcp|k8s)-/.test(id) : id.startsWith(`${cloud}-`)));
  // Some seconds: more than a thousand examples, each judged by all checks before and after.
  test(`fixes of ${cloud || 'other'} checks make failing examples pass with nothing new, but for those listed`, async () => {
    const refused: (readonly string[])[] = [];
    for (const entry of own) {
      for (const format of editedFormats) {
        if (waysOf(entry.check.fix.edits, format).length === 0) continue;
        const examples = entry.check.examples.filter(({ expect, sources }) => expect === 'fail' && sources[format] !== undefined);
        let isProved = false;
        for (const example of examples) {
          const because = await fixExample(entry, format, example, current);
          if (because === null) isProved = true;
          else refused.push([entry.id, format, example.name, because.split(':')[0] ?? '']);
        }
        assert.ok(isProved, `the fix of ${entry.id} in ${format} is proved on none of its failing examples`);
      }
    }
    assert.deepEqual(
      refused.map((each) => each.join(' | ')).sort(),
      unfixedExamples
        .filter(([check]) => own.some(({ id }) => id === check))
        .map((each) => each.join(' | '))
        .sort(),
    );
  });
}
