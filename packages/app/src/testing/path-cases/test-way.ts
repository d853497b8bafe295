/** Asserts that code tells one path by one way of the catalogue, that other rights tell the same, and that each change ends it. */
import assert from 'node:assert/strict';
import { analyzePaths } from '../../use-cases/index.ts';
import { inFolder } from '../in-folder.ts';
import type { WayCase } from './way-case.ts';

interface Told {
  readonly text: string;
  readonly ways: readonly (string | null)[];
  readonly conditions: readonly string[];
}

async function told(name: string, code: string): Promise<readonly Told[]> {
  return inFolder({ [name]: code }, async (cwd) => {
    const { result, read } = await analyzePaths({
      ...{ cwd, targets: ['.'], language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012', onlyWays: true },
      ...{ configFile: null, varFiles: [], workspace: null },
    });
    assert.deepEqual(read.diagnostics, []);
    return result.paths.map(({ entry, steps }) => ({
      text: `${entry.node}: ${steps.map(({ edge, to }) => `${edge} ${to}`).join(', ')}`,
      ways: steps.map(({ escalation }) => escalation),
      conditions: steps.flatMap(({ condition }) => condition ?? []),
    }));
  });
}

/** `name` is the file that the code is written to: its ending says the language. */
export async function testWay({ way, code, tells, condition, sameWith = [], closedBy }: WayCase, name: string): Promise<void> {
  const isTold = async (text: string, because: string): Promise<void> => {
    const paths = await told(name, text);
    assert.deepEqual(
      paths.map((each) => each.text),
      [tells],
      because,
    );
    assert.ok(paths[0]?.ways.includes(way), `${because}: ${paths[0]?.ways.join(' ')}`);
    assert.deepEqual(paths[0]?.conditions, condition === undefined ? [] : [condition], because);
  };
  await isTold(code, 'as it is');
  for (const [text, other] of sameWith) await isTold(changed(code, text, other), `with ${other}`);
  for (const [why, text, other] of closedBy) assert.deepEqual(await told(name, changed(code, text, other)), [], why);
}

function changed(code: string, text: string, other: string): string {
  assert.ok(code.includes(text), text);
  return code.replaceAll(text, other);
}
