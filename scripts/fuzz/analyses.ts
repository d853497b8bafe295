/** The analyses over what an input declares: nothing throws, no reader fails, and the same is said again. */
import assert from 'node:assert/strict';
import { IamWorld, exposureOf, findPaths, pathInputsOf } from '../../packages/engine/src/index.ts';
import type { CodeRoot, DeclaredResource } from '../../packages/model/src/index.ts';
import { readEstate, startLine } from '../../packages/model/src/index.ts';

/** Bombs make thousands of things that are all alike; scans bound them, and one in a hundred says as much here. */
const MAX_RESOURCES = 400;

/** What identity, network and attack paths say, as texts. */
export function analyze(roots: readonly CodeRoot[]): readonly string[] {
  const bounded = roots.map((root) => ({ ...root, resources: root.resources.slice(0, MAX_RESOURCES) }));
  const failed = ({ address }: DeclaredResource, error: unknown): void =>
    assert.fail(`a reader of the estate failed on ${address}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const estate = readEstate(bounded, { failed });
  const iam = new IamWorld(estate, { catalogue: null });
  const shown = (range: Parameters<typeof startLine>[0]): { readonly file: string; readonly line: number } => ({
    file: range.source.path,
    line: startLine(range),
  });
  const exposed = exposureOf(estate).map(({ node, reachable, from, ports }) => JSON.stringify({ node, reachable, from, ports }));
  const { paths } = findPaths(pathInputsOf(estate, { iam, shown, today: '2026-11-22' }), { alternatives: 1 });
  return [...exposed, ...paths.map(({ id, title, severity }) => `${id} ${severity} ${title}`)];
}
