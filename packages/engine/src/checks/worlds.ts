/** The verdict on a resource some of whose blocks may not exist. */
import type { Check, Resource } from '@kumomori/model';
import type { EvaluateOptions, Evaluation } from './evaluate.ts';
import { evaluateCheck } from './evaluate.ts';

/** The same root module as if every uncertain block were created, and as if none were; read when first asked for. */
export interface ResourceWorlds {
  readonly all: () => ReadonlyMap<string, Resource>;
  readonly none: () => ReadonlyMap<string, Resource>;
  /** No other mixture of the uncertain blocks is possible. */
  readonly areComplete: boolean;
}

/** Of a live account of any size: each resource is made when it is asked for. */
export type ResourceLookup = Pick<ReadonlyMap<string, Resource>, 'get'>;

export interface ResourceSet<Lookup extends ResourceLookup = ReadonlyMap<string, Resource>> {
  readonly byKey: Lookup;
  /** Null: nothing is uncertain. */
  readonly worlds: ResourceWorlds | null;
}

/**
 * Like {@link evaluateCheck}; an unknown verdict becomes a failure when the code fails as soon as it is created (it is wrong as written),
 * and a pass only when it passes created or not. Everything else stays unknown.
 */
export function evaluateIn(
  set: ResourceSet<ResourceLookup>,
  check: Check,
  resource: Resource,
  options: Omit<EvaluateOptions, 'lookup'> = {},
): Evaluation {
  const open = evaluateCheck(check, resource, { ...options, lookup: (key) => set.byKey.get(key) });
  if (open.status !== 'unknown' || !set.worlds) return open;
  const inWorld = (world: ReadonlyMap<string, Resource>): Evaluation | null => {
    const same = world.get(resource.key);
    return same ? evaluateCheck(check, same, { ...options, lookup: (key) => world.get(key) }) : null;
  };
  const created = inWorld(set.worlds.all());
  if (created?.status === 'fail') return created;
  if (!set.worlds.areComplete || created?.status !== 'pass') return open;
  const missing = inWorld(set.worlds.none());
  return missing === null || missing.status === 'pass' ? created : open;
}
