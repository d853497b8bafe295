/**
 * An edit writes arguments that the provider takes. Our own readers cannot say that: they read what is written, settable or not. So each
 * edit stands in a table that was checked against the providers' schemas, by type; who adds one looks it up there and adds its line.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import type { FixEdit } from '@kumomori/model';
import { editedFormats, resourceReaders, waysOf } from '@kumomori/model';

/** `aws_db_instance: set storage_encrypted true` */
const reviewed = reviewedLines(readFileSync(new URL('support/reviewed-arguments.txt', import.meta.url), 'utf8'));

function reviewedLines(text: string): ReadonlySet<string> {
  const lines = new Set<string>();
  let type = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) lines.add(`${type}: ${line.trim()}`);
    else if (line !== '' && !line.startsWith('#')) type = line;
  }
  return lines;
}

const typesRead = new Map(resourceReaders.map((each) => [each.type, each]));

/** `set storage_encrypted true` */
function written(edit: FixEdit): readonly string[] {
  if ('beside' in edit) return Object.entries(edit.values).map(([path, value]) => `set ${path} ${JSON.stringify(value)}`);
  if ('set' in edit) return [`set ${edit.set} ${JSON.stringify(edit.value)}`];
  if ('remove' in edit) return [`remove ${edit.remove}`];
  if ('policyOf' in edit) return [`set ${edit.by}, ${edit.attribute}`];
  if ('call' in edit || 'instruction' in edit || 'variable' in edit) return [JSON.stringify(edit)];
  return 'append' in edit ? [`append ${edit.append} ${JSON.stringify(edit.values)}`] : [`drop ${edit.drop} ${JSON.stringify(edit.values)}`];
}

const used = checks
  .filter(({ check }) => !check.deprecated)
  .flatMap(({ id, check }) =>
    editedFormats.flatMap((format) =>
      waysOf(check.fix.edits, format).flatMap((way) =>
        way.flatMap((edit) => {
          const reader = typesRead.get(check.on)?.[format];
          const types =
            format === 'kubernetes'
              ? ['kubernetes']
              : 'beside' in edit
                ? [edit.beside]
                : 'policyOf' in edit
                  ? [edit.policyOf]
                  : (edit.of ?? reader?.types ?? []);
          return types.flatMap((type) => written(edit).map((line) => ({ id, line: `${type}: ${line}` })));
        }),
      ),
    ),
  );

test('every edit names an argument that was looked up in the schema of its provider', () => {
  const unknown = used.filter(({ line }) => !reviewed.has(line));
  assert.deepEqual(
    unknown,
    [],
    'look the argument up in the schema of the current provider, then add the line to tests/support/reviewed-arguments.txt',
  );
});

test('the table of looked-up arguments has no line that no edit uses', () => {
  const lines = new Set(used.map(({ line }) => line));
  assert.deepEqual(
    [...reviewed].filter((each) => !lines.has(each)),
    [],
  );
});

test('cautions stand only where there is an edit, each once', () => {
  const wrong = checks.filter(({ check: { fix } }) => fix.cautions && (!fix.edits || new Set(fix.cautions).size < fix.cautions.length));
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
});
