/** All selected checks on all resources of one root module. A bug in a check or reader costs its own verdicts, never the scan. */
import type { CatalogueEntry, Diagnostic, RegisteredReader, Resource, Severity, Status, CodeReader, CodeRoot } from '@kumomori/model';
import { ResourcesOnDemand, normalizeCode, readerNames, startLine, unresolved, worldsOf } from '@kumomori/model';
import type { Evaluation, ParameterOverrides, ResourceLookup, ResourceSet } from '@kumomori/engine';
import { evaluateIn } from '@kumomori/engine';
import type { InstanceVerdict, JudgedResource, OriginTarget } from '../findings/index.ts';

export interface CheckPlan {
  /** Checks to run, by the resource type they judge. */
  readonly byType: ReadonlyMap<string, readonly CatalogueEntry[]>;
  severityOf(entry: CatalogueEntry): Severity;
  parametersOf(checkId: string): ParameterOverrides | undefined;
}

export type Reporter = (diagnostic: Diagnostic) => void;

/** Resources of a root module; those whose reader fails stay, with everything unresolved. Empty when the root cannot be linked at all. */
export function readResources(root: CodeRoot, readers: readonly RegisteredReader[], report: Reporter): readonly Resource[] {
  const guard = guards.get(readers) ?? makeGuard(readers);
  guards.set(readers, guard);
  const told = guard.report;
  guard.report = report;
  const resources = linked(root, report, () => normalizeCode(root, guard.readers)) ?? [];
  guard.report = told;
  return resources;
}

/** Readers that never throw, and who is told of their failures now. */
interface Guard {
  readonly readers: readonly RegisteredReader[];
  report: Reporter;
}

/** One for each list of readers: wrapping all of them takes longer than reading a small root does. */
const guards = new WeakMap<readonly RegisteredReader[], Guard>();

function makeGuard(readers: readonly RegisteredReader[]): Guard {
  const guard: Guard = { readers: readers.map((reader) => guarded(reader, (diagnostic) => guard.report(diagnostic))), report: () => {} };
  return guard;
}

/** What `link` gives; null, and said, when it fails. */
function linked<T>(root: CodeRoot, report: Reporter, link: () => T): T | null {
  try {
    return link();
  } catch (error) {
    const message = `the resources of ${root.dir === '' ? 'this folder' : root.dir} could not be linked: ${reasonOf(error)}`;
    report({ severity: 'error', file: root.dir, line: null, column: null, code: 'internal', message });
    return null;
  }
}

/** The resources of a root module by key, with the worlds in which its uncertain blocks exist or do not. */
export function resourceSet(resources: readonly Resource[], root: CodeRoot, readers: readonly RegisteredReader[]): ResourceSet {
  const worlds = worldsOf(root);
  // A reader's failure was reported for the resources as they are.
  const read = (world: CodeRoot): (() => ReadonlyMap<string, Resource>) => {
    let known: ReadonlyMap<string, Resource> | undefined;
    return () => (known ??= byKey(readResources(world, readers, () => {})));
  };
  return {
    byKey: byKey(resources),
    worlds: worlds && { all: read(worlds.all), none: read(worlds.none), areComplete: worlds.areComplete },
  };
}

export interface ReadRoot {
  /** To be walked through once. */
  readonly resources: Iterable<Resource>;
  readonly set: ResourceSet<ResourceLookup>;
}

/** From this number of blocks on a live account is too large for all of its resources to be in memory. */
const MANY = 50_000;

/** {@link readResources} and {@link resourceSet} for a root of any size. `many`: for tests. */
export function readRoot(root: CodeRoot, readers: readonly RegisteredReader[], report: Reporter, many = MANY): ReadRoot {
  const isLarge = root.kind === 'live' && root.resources.length >= many && worldsOf(root) === null;
  if (isLarge) return readLargeRoot(root, readers, report);
  const resources = readResources(root, readers, report);
  return { resources, set: resourceSet(resources, root, readers) };
}

function readLargeRoot(root: CodeRoot, readers: readonly RegisteredReader[], report: Reporter): ReadRoot {
  const said = new Set<string>();
  const once: Reporter = (diagnostic) => {
    // A resource is read again when another one refers to it later.
    const key = JSON.stringify(diagnostic);
    if (!said.has(key)) report(diagnostic);
    said.add(key);
  };
  const all = linked(
    root,
    once,
    () =>
      new ResourcesOnDemand(
        root,
        readers.map((reader) => guarded(reader, once)),
      ),
  );
  function* resources(): Generator<Resource> {
    for (const key of all?.keys ?? []) {
      const resource = linked(root, once, () => all?.get(key) ?? null);
      if (resource) yield resource;
    }
  }
  return { resources: resources(), set: { byKey: { get: (key) => all?.get(key) }, worlds: null } };
}

function byKey(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [resource.key, resource]));
}

interface EvaluationOptions {
  readonly set: ResourceSet<ResourceLookup>;
  readonly target: OriginTarget;
  readonly report: Reporter;
  /** Of other verdicts the evidence is not kept: most are passes that nobody looks at. All are kept when it is left out. */
  readonly shown?: ReadonlySet<Status>;
}

/** Evidence as it is reported: what a check read on its way is many times that, and is not kept. */
function withoutReads({ status, message, evidence, places }: Evaluation): Evaluation {
  return { status, message, evidence, places, readPaths: nothing };
}

const nothing: readonly never[] = [];
const bare = (status: Status): Evaluation => ({ status, message: null, evidence: nothing, places: nothing, readPaths: nothing });
/** What is kept of a verdict that nobody looks at: one for each status. */
const onlyStatus: Readonly<Record<Status, Evaluation>> = {
  pass: bare('pass'),
  fail: bare('fail'),
  unknown: bare('unknown'),
  'not-applicable': bare('not-applicable'),
};

/** All of {@link verdictsOn}. */
export function evaluateResources(resources: Iterable<Resource>, plan: CheckPlan, options: EvaluationOptions): InstanceVerdict[] {
  return [...verdictsOn(resources, plan, options)];
}

/** Verdicts without suppressions, in the order of resources, one by one. O(resources · checks of their type). */
export function* verdictsOn(
  resources: Iterable<Resource>,
  plan: CheckPlan,
  { set, target, report, shown }: EvaluationOptions,
): Generator<InstanceVerdict> {
  for (const resource of resources) {
    const judged = withoutFields(resource);
    for (const entry of plan.byType.get(resource.type) ?? []) {
      const params = plan.parametersOf(entry.id);
      try {
        const full = evaluateIn(set, entry.check, resource, params ? { params } : {});
        const evaluation = !shown ? full : shown.has(full.status) ? withoutReads(full) : onlyStatus[full.status];
        const severity = plan.severityOf(entry);
        for (const [place, own] of byPlace(judged, evaluation)) {
          const identity = place.origin.definition;
          yield { entry, resource: place, evaluation: own, severity, identity, suppressed: null, target };
        }
      } catch (error) {
        report(internal(resource, `check ${entry.id} failed on ${resource.origin.address}: ${reasonOf(error)}`));
      }
    }
  }
}

/** Verdicts outlive the attributes of their resources. */
function withoutFields({ key, type, provider, name, origin, account, region, tags, ownPlaces, parts }: Resource): JudgedResource {
  return { key, type, provider, name, origin, account, region, tags, ownPlaces, parts };
}

/**
 * A failure that rules of their own decide (Resource.ownPlaces) becomes one verdict for each of them, and one for the resource when its
 * own block decides too; every other verdict stays as it is.
 */
function byPlace(resource: JudgedResource, evaluation: Evaluation): readonly (readonly [JudgedResource, Evaluation])[] {
  if (evaluation.status !== 'fail' || resource.ownPlaces.length === 0) return [[resource, evaluation]];
  const { places, evidence } = evaluation;
  const indexesOf = Map.groupBy(places.keys(), (index) => places[index]?.owner);
  const split = [...resource.ownPlaces, resource.origin].flatMap((origin): [JudgedResource, Evaluation][] => {
    const indexes = indexesOf.get(origin.address);
    if (!indexes) return [];
    const pick = <T>(list: readonly T[]): T[] => indexes.flatMap((index) => list[index] ?? []);
    return [
      [
        { ...resource, origin },
        // Not spread: that would copy the paths of all rules for each of them.
        { status: evaluation.status, message: evaluation.message, evidence: pick(evidence), places: pick(places), readPaths: [] },
      ],
    ];
  });
  return split.length > 0 ? split : [[resource, evaluation]];
}

function guarded(reader: RegisteredReader, report: Reporter): RegisteredReader {
  const readers = ([...readerNames, 'live'] as const).flatMap((name) => {
    const code = reader[name];
    return code ? [[name, { ...code, read: guardedRead(reader.type, code, report) }] as const] : [];
  });
  return { type: reader.type, ...Object.fromEntries(readers) };
}

function guardedRead(type: string, reader: CodeReader<unknown>, report: Reporter): CodeReader<unknown>['read'] {
  return (block, context) => {
    try {
      return reader.read(block, context);
    } catch (error) {
      const message = `reader ${type} failed on ${block.resource?.address ?? 'a resource outside of this code'}: ${reasonOf(error)}`;
      const { range } = block.place;
      report({
        severity: 'error',
        file: range?.source.path ?? '',
        line: range && startLine(range),
        column: null,
        code: 'internal',
        message,
      });
      const lost = unresolved<never>({ code: 'unsupported', detail: 'it could not be read because of an internal error' }, block.place);
      return new Proxy({}, { get: (_target, property) => (typeof property === 'string' ? lost : undefined) });
    }
  };
}

function internal(resource: Resource, message: string): Diagnostic {
  const { range } = resource.origin;
  return { severity: 'error', file: range.source.path, line: startLine(range), column: null, code: 'internal', message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
