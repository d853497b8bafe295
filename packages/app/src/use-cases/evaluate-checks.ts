/** All selected checks on all resources of one root module. A bug in a check or reader costs its own verdicts, never the scan. */
import type { CatalogueEntry, Diagnostic, RegisteredReader, Resource, Severity, TerraformReader, TerraformRoot } from '@kumomori/model';
import { normalizeTerraform, startLine, unresolved } from '@kumomori/model';
import type { Evaluation, ParameterOverrides } from '@kumomori/engine';
import { evaluateCheck } from '@kumomori/engine';
import type { InstanceVerdict, OriginTarget } from '../findings/index.ts';

export interface CheckPlan {
  /** Checks to run, by the resource type they judge. */
  readonly byType: ReadonlyMap<string, readonly CatalogueEntry[]>;
  severityOf(entry: CatalogueEntry): Severity;
  parametersOf(checkId: string): ParameterOverrides | undefined;
}

export type Reporter = (diagnostic: Diagnostic) => void;

/** Resources of a root module; those whose reader fails stay, with everything unresolved. Empty when the root cannot be linked at all. */
export function readResources(root: TerraformRoot, readers: readonly RegisteredReader[], report: Reporter): readonly Resource[] {
  try {
    return normalizeTerraform(
      root,
      readers.map((reader) => guarded(reader, report)),
    );
  } catch (error) {
    const message = `the resources of ${root.dir === '' ? 'this folder' : root.dir} could not be linked: ${reasonOf(error)}`;
    report({ severity: 'error', file: root.dir, line: null, column: null, code: 'internal', message });
    return [];
  }
}

/** Verdicts without suppressions, in the order of resources. O(resources · checks of their type). */
export function evaluateResources(
  resources: readonly Resource[],
  plan: CheckPlan,
  { target, report }: { readonly target: OriginTarget; readonly report: Reporter },
): InstanceVerdict[] {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  const lookup = (key: string): Resource | undefined => byKey.get(key);
  const verdicts: InstanceVerdict[] = [];
  for (const resource of resources) {
    for (const entry of plan.byType.get(resource.type) ?? []) {
      const params = plan.parametersOf(entry.id);
      try {
        const evaluation = evaluateCheck(entry.check, resource, params ? { lookup, params } : { lookup });
        const severity = plan.severityOf(entry);
        for (const [place, own] of byPlace(resource, evaluation)) {
          const identity = place.origin.definition;
          verdicts.push({ entry, resource: place, evaluation: own, severity, identity, suppressed: null, target });
        }
      } catch (error) {
        report(internal(resource, `check ${entry.id} failed on ${resource.origin.address}: ${reasonOf(error)}`));
      }
    }
  }
  return verdicts;
}

/**
 * A failure that rules of their own decide (Resource.ownPlaces) becomes one verdict for each of them, and one for the resource when its
 * own block decides too; every other verdict stays as it is.
 */
function byPlace(resource: Resource, evaluation: Evaluation): readonly (readonly [Resource, Evaluation])[] {
  if (evaluation.status !== 'fail' || resource.ownPlaces.length === 0) return [[resource, evaluation]];
  const split = [...resource.ownPlaces, resource.origin].flatMap((origin): [Resource, Evaluation][] => {
    const indexes = evaluation.places.flatMap(({ owner }, index) => (owner === origin.address ? [index] : []));
    if (indexes.length === 0) return [];
    const pick = <T>(list: readonly T[]): T[] => indexes.flatMap((index) => list[index] ?? []);
    return [
      [
        { ...resource, origin },
        { ...evaluation, evidence: pick(evaluation.evidence), places: pick(evaluation.places) },
      ],
    ];
  });
  return split.length > 0 ? split : [[resource, evaluation]];
}

function guarded(reader: RegisteredReader, report: Reporter): RegisteredReader {
  const { terraform } = reader;
  if (!terraform) return reader;
  const read: TerraformReader<unknown>['read'] = (block, context) => {
    try {
      return terraform.read(block, context);
    } catch (error) {
      const message = `reader ${reader.type} failed on ${block.resource?.address ?? 'a resource outside of this code'}: ${reasonOf(error)}`;
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
  return { ...reader, terraform: { ...terraform, read } };
}

function internal(resource: Resource, message: string): Diagnostic {
  const { range } = resource.origin;
  return { severity: 'error', file: range.source.path, line: startLine(range), column: null, code: 'internal', message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
