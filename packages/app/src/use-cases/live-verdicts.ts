/** Verdicts of a check on everything that recorded calls tell of. */
import { evaluateIn } from '@kumomori/engine';
import type { CatalogueEntry, ExampleCall, Status } from '@kumomori/model';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { resourceSet } from './evaluate-checks.ts';
import { exampleRoots } from './example-resources.ts';

export function liveVerdicts({ check }: CatalogueEntry, calls: readonly ExampleCall[]): readonly Status[] {
  return exampleRoots('live', calls, check.on).flatMap((root) => {
    const resources = normalizeCode(root, resourceReaders);
    const set = resourceSet(resources, root, resourceReaders);
    return resources.filter(({ type }) => type === check.on).map((each) => evaluateIn(set, check, each, {}).status);
  });
}
