/** What code or a snapshot says of an entity that logs speak of: what it could have reached, its findings, the attack paths through it. */
import { AppError } from '../errors.ts';
import type { CanResult } from './ask-access.ts';
import { whatCan } from './ask-access.ts';
import { findAttackPaths } from './find-paths.ts';
import type { InvestigateOptions } from './investigate-entity.ts';
import type {
  InvestigationReach,
  InvestigationReport,
  InvestigationSurroundings,
  RelatedFinding,
  RelatedPath,
} from './investigation-report.ts';
import { scanCode } from './scan-code.ts';

type Known = Pick<InvestigationReport, 'entity' | 'principals' | 'chains'>;

/** Principals of whom it is asked what they could do. */
const MAX_PRINCIPALS = 5;
const MAX_TOLD = 50;

/** Throws AppErrors for TARGETs that are not there. */
export async function surroundingsOf(known: Known, options: InvestigateOptions): Promise<InvestigationSurroundings> {
  const names = namesOf(known);
  return { reach: await reachOf(known, options), findings: await findingsOf(names, options), paths: await pathsOf(names, options) };
}

/** Full names and their last parts, in lower case. */
function namesOf({ entity, principals, chains }: Known): ReadonlySet<string> {
  const actors = principals
    .filter(({ actorKind }) => actorKind !== 'service' && actorKind !== 'anonymous')
    .map(({ principal }) => principal);
  const roles = chains.flatMap(({ from, to }) => [from.principal, to.principal]);
  const all = entity.kind === 'resource' ? [entity.text] : entity.kind === 'address' ? [...actors] : [entity.text, ...actors, ...roles];
  return new Set(all.flatMap((name) => (name === null || name.length < 3 ? [] : [name.toLowerCase(), lastPart(name).toLowerCase()])));
}

function lastPart(name: string): string {
  return name.split(/[:/]/).at(-1) || name;
}

async function reachOf({ entity, principals }: Known, options: InvestigateOptions): Promise<readonly InvestigationReach[]> {
  if (entity.kind === 'resource') return [];
  const asked = principals.filter(({ actorKind }) => actorKind !== 'service' && actorKind !== 'anonymous').slice(0, MAX_PRINCIPALS);
  const found: InvestigationReach[] = [];
  for (const { principal } of asked) {
    // Code often does not know its account, and so no ARN.
    const can = (await canOf(principal, options)) ?? (await canOf(lastPart(principal), options));
    if (can)
      found.push({
        principal,
        administrator: can.administrator,
        assumes: can.assumes.map(({ role }) => role).slice(0, MAX_TOLD),
        escalation: [...new Set(can.escalation.map(({ action }) => action))].slice(0, MAX_TOLD),
        services: can.services.map(({ service }) => service).slice(0, MAX_TOLD),
      });
  }
  return found;
}

/** Null for somebody the code does not know – of another account, or gone – and for a name that several have. */
async function canOf(principal: string, { targets, cwd, language }: InvestigateOptions): Promise<CanResult | null> {
  try {
    return await whatCan({ targets, principal, cwd, language });
  } catch (cause) {
    if (cause instanceof AppError && (cause.code === 'unknown-id' || cause.code === 'usage')) return null;
    throw cause;
  }
}

async function findingsOf(
  names: ReadonlySet<string>,
  { targets, cwd, language, now }: InvestigateOptions,
): Promise<readonly RelatedFinding[]> {
  const scan = await scanCode({ targets, cwd, language, now, secrets: false });
  try {
    const related = scan.report.findings.filter(({ resource }) => isNamed([resource.id, resource.name], names));
    return related.slice(0, MAX_TOLD).map(({ checkId, severity, title, resource, message, fingerprint }) => {
      return { checkId, severity, title: title[language], resource: resource.name, message: message[language], fingerprint };
    });
  } finally {
    scan.close();
  }
}

async function pathsOf(names: ReadonlySet<string>, { targets, cwd, language, now }: InvestigateOptions): Promise<readonly RelatedPath[]> {
  const { paths, nodes } = await findAttackPaths({ targets, cwd, language, now, onlyWays: true });
  const nameOf = (node: string): string => nodes[node]?.name ?? node;
  return paths
    .map(({ id, title, severity, entry, goal, steps }) => {
      return { id, title, severity, goal: nameOf(goal.node), ids: [entry.node, ...steps.map(({ to }) => to)] };
    })
    .filter(({ ids }) => isNamed([...ids, ...ids.map((id) => nameOf(id))], names))
    .slice(0, MAX_TOLD)
    .map(({ id, title, severity, goal, ids }) => ({ id, title, severity, goal, nodes: ids.map((each) => nameOf(each)) }));
}

function isNamed(candidates: readonly string[], names: ReadonlySet<string>): boolean {
  return candidates.some((each) => names.has(each.toLowerCase()));
}
