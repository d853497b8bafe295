/** The same questions as in ask-access.ts, to Kubernetes, Google Cloud and Azure. */
import type { CloudGrantee, CloudPrincipal, CloudWorld } from '@kumomori/engine';
import { cloudWorlds, hangsOnUnknownRole, printGrantCondition } from '@kumomori/engine';
import type { Estate, Range } from '@kumomori/model';
import type { CanResult, ToldGrantee, WhoCanResult } from './ask-access.ts';
import type { EstateRead } from './read-estate.ts';

/** The world that has actions of this spelling; null: AWS, or nothing of that cloud is in the estate. */
export function cloudOfAction(estate: Estate, action: string): CloudWorld | null {
  return cloudWorlds(estate).all.find((world) => world.knows(action)) ?? null;
}

interface Asked {
  readonly action: string;
  readonly resource: string;
}

/** Who can, in the words of {@link WhoCanResult}. */
export function whoCanInCloud(world: CloudWorld, read: EstateRead, { action, resource }: Asked): WhoCanResult {
  const found = world.whoCan(action, resource);
  const open = found.filter(({ condition }) => hangsOnUnknownRole(condition));
  return {
    ...{ schemaVersion: '1', action, resource, isScpUnknown: false, managedPoliciesDate: '', diagnostics: read.diagnostics },
    grantees: found.filter((each) => !open.includes(each)).map((each) => granteeOf(each, read)),
    undecided: open.map(({ principal, node, condition }) => ({ principal, node, condition: condition && printGrantCondition(condition) })),
  };
}

function granteeOf({ principal, kind, node, place, condition, because }: CloudGrantee, read: EstateRead): ToldGrantee {
  return {
    ...{ principal, kind, node, because: [], condition: condition && printGrantCondition(condition), conditional: null },
    ...placeOf(place, read),
    grants: because.map(({ effect, layer, by, role, conditional, place: at }) => ({
      ...{ effect, layer, by, role: role ?? null, condition: conditional ? printGrantCondition(conditional) : null },
      ...placeOf(at, read),
    })),
  };
}

/** Principals of all clouds that a text names. */
export function cloudPrincipals(estate: Estate, text: string): readonly (readonly [CloudWorld, CloudPrincipal])[] {
  return cloudWorlds(estate).all.flatMap((world) => world.find(text).map((each) => [world, each] as const));
}

/** What one of them can: the roles it holds, and which telling actions they allow on what. */
export function whatCanInCloud(world: CloudWorld, principal: CloudPrincipal, read: EstateRead): CanResult {
  const roles = world.rolesOf(principal);
  const { decision, condition } = world.isAdmin(principal);
  const isAdmin = decision === 'allow' && !hangsOnUnknownRole(condition);
  return {
    ...{ schemaVersion: '1', principal: principal.id, node: principal.node, cloud: world.cloud, ...placeOf(principal.place, read) },
    administrator: !isAdmin ? 'no' : condition === null ? 'yes' : 'if',
    administratorIf: isAdmin && condition ? printGrantCondition(condition) : null,
    policies: roles.map(({ role, on, through, condition: when, isUnknown, place }) => ({
      ...{ name: `${role} @ ${on}${when === null ? '' : ` (${printGrantCondition(when)})`}`, arn: null, group: through, isUnknown },
      ...placeOf(place, read),
    })),
    ...{ boundary: null, services: [], escalation: tellingOf(world, principal), assumes: [], becomes: [], unknownActions: [] },
    unknowns: [...new Set(roles.filter(({ isUnknown }) => isUnknown).map(({ role }) => role))],
    ...{ isScpUnknown: false, managedPoliciesDate: '', diagnostics: read.diagnostics },
  };
}

function tellingOf(world: CloudWorld, principal: CloudPrincipal): CanResult['escalation'] {
  const found = new Map<string, { readonly action: string; readonly condition: string | null; readonly resources: string[] }>();
  for (const { action, resource } of world.telling(principal)) {
    const { decision, condition } = world.decide(principal, action, resource);
    if (decision !== 'allow' || hangsOnUnknownRole(condition)) continue;
    const text = condition && printGrantCondition(condition);
    const key = `${action} ${text ?? ''}`;
    const known = found.get(key);
    if (known) known.resources.push(resource);
    else found.set(key, { action, condition: text, resources: [resource] });
  }
  return [...found.values()].map((each) => ({ ...each, conditional: null }));
}

function placeOf(place: Range | null, { shown }: EstateRead): { readonly file: string | null; readonly line: number | null } {
  return place === null ? { file: null, line: null } : shown(place);
}
