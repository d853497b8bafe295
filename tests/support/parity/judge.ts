/** Every verdict on the resources of one root, in process: no grouping, no exceptions. */
import type { DeclaredResource, Resource, Status } from '@kumomori/model';
import { normalizeCode, resourceReaders, worldsOf } from '@kumomori/model';
import type { ResourceSet } from '@kumomori/engine';
import { evaluateIn } from '@kumomori/engine';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { productCatalogue } from '../../../packages/app/src/catalogue/index.ts';

export interface Verdict {
  readonly check: string;
  readonly status: Status;
  readonly message: string;
}

export interface Judged {
  readonly resource: Resource;
  /** The block that it is, or is the first of. */
  readonly declared: DeclaredResource | undefined;
  readonly verdicts: readonly Verdict[];
}

/** Aged checks see this day on both sides. */
const TODAY = '2026-11-22';

export function judgeRoot(root: EvaluatedRoot): readonly Judged[] {
  const { checks } = productCatalogue();
  const byType: ReadonlyMap<string, typeof checks> = Map.groupBy(checks, ({ check }) => check.on);
  const resources = normalizeCode(root, resourceReaders);
  const set = setOf(root, resources);
  const declared = new Map(root.resources.map((each) => [each.address, each]));
  return resources.map((resource) => ({
    resource,
    declared: declared.get(resource.origin.address),
    verdicts: (byType.get(resource.type) ?? [])
      .filter(({ check }) => !check.deprecated)
      .map(({ id, check }) => {
        const options = check.params?.['today']?.type === 'strings' ? { params: { today: [TODAY] } } : {};
        const { status, message } = evaluateIn(set, check, resource, options);
        return { check: id, status, message: message?.en ?? '' };
      }),
  }));
}

function setOf(root: EvaluatedRoot, resources: readonly Resource[]): ResourceSet {
  const worlds = worldsOf(root);
  const read = (world: EvaluatedRoot) => (): ReadonlyMap<string, Resource> => byKey(normalizeCode(world, resourceReaders));
  return {
    byKey: byKey(resources),
    worlds: worlds && {
      all: read(worlds.all as EvaluatedRoot),
      none: read(worlds.none as EvaluatedRoot),
      areComplete: worlds.areComplete,
    },
  };
}

function byKey(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [resource.key, resource]));
}
