/** Permissions of an estate as the reasoning asks for them: exact decisions, each with the statements that allow it as settings. */
import type { Range } from '@kumomori/model';
import type { AskOptions, CandidateSet, IamPrincipal, Reason } from '../../iam/index.ts';
import { hangsOnUnknownPolicy } from '../../iam/index.ts';
import type { AccessOracle, AskedObject, PathEvidence, PathGrant, PathSetting } from '../inputs.ts';
import { pathCondition } from './conditions.ts';
import type { Building } from './context.ts';
import { evidenceOf } from './context.ts';
import { isOwnManaged } from './classes.ts';
import { newResources } from './new-things.ts';

/** Ends the id of a principal's stand-in without boundary. */
export const UNBOUNDED = ' without boundary';

/** What a permission on an object is asked about, if that is not the object itself (`{arn}/*`), and its known tags. */
export interface AskedAs {
  readonly resource: string;
  /** Further ones: being allowed it on one of them is enough. */
  readonly parts: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

interface Asked {
  readonly set: CandidateSet;
  /** Objects by their resource. */
  readonly objects: ReadonlyMap<string, readonly AskedObject[]>;
}

/** Decides by the world of identities. Permissions that hang on a policy whose content nobody knows are left out. */
export function oracleOf(building: Building, askedAs: ReadonlyMap<string, AskedAs>): AccessOracle {
  const { iam } = building;
  const sets = new WeakMap<readonly AskedObject[], Asked>();
  const asked = (objects: readonly AskedObject[]): Asked => {
    const known = sets.get(objects);
    if (known) return known;
    const byResource = new Map<string, AskedObject[]>();
    for (const object of objects) {
      const { resource = object.id, parts = [] } = askedAs.get(object.id) ?? {};
      for (const each of [resource, ...parts]) {
        const same = byResource.get(each);
        if (same) same.push(object);
        else byResource.set(each, [object]);
      }
    }
    const made = { set: iam.candidateSet(byResource.keys()), objects: byResource };
    sets.set(objects, made);
    return made;
  };
  const groups = groupPrincipals(building);
  // The same object for the same question: the world knows it again.
  const known = new Map<string, AskOptions>();
  const usual: AskOptions = { withoutBoundary: false };
  const optionsOf = (withoutBoundary: boolean, passedTo: string | null, isUnbounded: boolean): AskOptions => {
    if (!withoutBoundary && passedTo === null && !isUnbounded) return usual;
    const key = `${withoutBoundary} ${isUnbounded} ${passedTo ?? ''}`;
    const options = known.get(key) ?? {
      withoutBoundary,
      ...(passedTo !== null && { context: { 'iam:PassedToService': passedTo } }),
      ...(isUnbounded && { context: { 'iam:PermissionsBoundary': null } }),
    };
    known.set(key, options);
    return options;
  };
  return ({ principal: id, action, objects, passedTo, isUnbounded = false }) => {
    const isFreed = id.endsWith(UNBOUNDED);
    const name = isFreed ? id.slice(0, -UNBOUNDED.length) : id;
    const principal = groups.get(name) ?? iam.find(name)[0];
    if (!principal || objects.length === 0) return [];
    const options = optionsOf(isFreed, passedTo, isUnbounded);
    const asking = { building, principal, action, options };
    if (objects.every(({ isNew }) => isNew)) return objects.flatMap((object) => grantsOnNew(asking, object));
    const { set, objects: byResource } = asked(objects);
    const ranges = iam.allowedOn(principal, action, set, options);
    if (ranges.length === 0) return NO_GRANTS;
    return ranges.flatMap(({ from, to, condition }): readonly PathGrant[] => {
      if (condition !== null && hangsOnUnknownPolicy(condition)) return [];
      const resources = set.arns.slice(from, to);
      const settings = settingsOf(asking, resources[0] ?? '*');
      const isAll = from === 0 && to === set.arns.length;
      const ids = [...new Set(resources.flatMap((each) => (byResource.get(each) ?? []).map((object) => object.id)))];
      if (condition === null) return settings.map((setting) => grant(isAll ? 'all' : ids, null, setting));
      return ids.flatMap((each) => {
        const open = pathCondition(condition, each, askedAs.get(each)?.tags ?? {});
        return settings.map((setting) => grant([each], open, setting));
      });
    });
  };
}

const NO_GRANTS: readonly PathGrant[] = [];

function grant(on: PathGrant['on'], condition: PathGrant['condition'], setting: PathSetting | null): PathGrant {
  return { on, condition, setting, evidence: setting === null ? [] : setting.evidence };
}

interface Asking {
  readonly building: Building;
  readonly principal: IamPrincipal;
  readonly action: string;
  readonly options: AskOptions;
}

function grantsOnNew(asking: Asking, object: AskedObject): readonly PathGrant[] {
  const { building, principal, action, options } = asking;
  let best: readonly PathGrant[] = [];
  const isUnspoken = building.iam.saysNothingOf(principal, action);
  for (const resource of newResources(building, principal, { action, account: object.account })) {
    if (isUnspoken && !building.iam.hasOwnSide(resource)) continue;
    const { decision, condition } = building.iam.decide(principal, { action, resource }, options);
    if (decision !== 'allow' || (condition !== null && hangsOnUnknownPolicy(condition))) continue;
    const open = condition === null ? null : pathCondition(condition, object.id, {});
    // Nobody has to write a tag on what he makes himself: he makes it with the tag.
    const free = open && { ...open, tags: [] };
    best = settingsOf(asking, resource).map((setting) => grant([object.id], free, setting));
    if (free === null) return best;
  }
  return best;
}

/** Statements each of which allows it by itself. Across accounts both sides are needed: then only those of the identity. */
function settingsOf({ building, principal, action, options }: Asking, resource: string): readonly (PathSetting | null)[] {
  const allows = building.iam.allowing(principal, { action, resource }, options);
  const identity = allows.filter(({ layer }) => layer === 'identity');
  const own = identity.length > 0 ? identity : allows.filter(({ layer }) => layer === 'resource');
  if (own.length === 0) return [null];
  return own.map((reason) =>
    reason.layer === 'identity'
      ? ownSettingOf(building, principal, { reason, resource })
      : settingOf(building, principal, { reason, resource }),
  );
}

/** What a principal holds allows many things: the setting is made once for each statement of it. */
function ownSettingOf(
  building: Building,
  principal: IamPrincipal,
  told: { readonly reason: Reason; readonly resource: string },
): PathSetting {
  const { place, statement = 0, policyName, group } = told.reason;
  if (place === null) return settingOf(building, principal, told);
  const known = ownSettings.get(principal) ?? new Map<Range, Map<string, PathSetting>>();
  ownSettings.set(principal, known);
  const atPlace = known.get(place) ?? new Map<string, PathSetting>();
  known.set(place, atPlace);
  const key = `${statement} ${group ?? ''} ${policyName ?? ''}`;
  const setting = atPlace.get(key) ?? settingOf(building, principal, told);
  atPlace.set(key, setting);
  return setting;
}

/** Principals are made anew for each world. */
const ownSettings = new WeakMap<IamPrincipal, Map<Range, Map<string, PathSetting>>>();

/** The statement of a reason as something to change; the same statement is the same change. */
export function settingOf(
  building: Building,
  principal: IamPrincipal,
  { reason, resource }: { readonly reason: Reason; readonly resource: string },
): PathSetting {
  const { layer, policyName, statement = 0, sid, place, group } = reason;
  const evidence = evidenceOf(building, place);
  const held = layer === 'identity' ? principal.identity.find((each) => each.name === policyName && each.group === group) : undefined;
  if (held && isOwnManaged(held))
    return {
      id: `grant ${held.arn} ${statement}`,
      kind: 'grant',
      evidence,
      summary: `Narrow statement ${sid ?? statement + 1} of policy ${held.name}`,
    };
  const [role] = layer === 'resource' ? building.iam.find(resource) : [];
  if (role) return trustSetting(role, statement, evidence);
  const holder = group === null ? principal.node : `group ${group}`;
  const where = layer === 'resource' ? `the policy of ${resource}` : `policy ${policyName ?? ''} of ${holder}`;
  const [first] = evidence;
  const at = first && first.line !== null ? `${first.file ?? ''}:${first.line}` : where;
  const summary =
    policyName === null || sid !== undefined || layer === 'resource'
      ? `Narrow statement ${sid ?? statement + 1} of ${where}`
      : `Narrow or remove ${where}`;
  return { id: `grant ${at} ${holder} ${statement}`, kind: 'grant', evidence, summary };
}

/** A statement of a role's trust policy as something to change. */
export function trustSetting({ id, node }: IamPrincipal, statement: number, evidence: readonly PathEvidence[]): PathSetting {
  return { id: `trust ${id} ${statement}`, kind: 'trust', summary: `Narrow who may assume ${node}`, evidence };
}

/** Groups as principals: who joins one may do what its policies say. */
function groupPrincipals({ estate, iam }: Building): ReadonlyMap<string, IamPrincipal> {
  const found = new Map<string, IamPrincipal>();
  for (const { groups, identity, ...member } of iam.principals) {
    for (const id of groups) {
      const [group] = estate.named('aws.group', id);
      const name = id.slice(id.lastIndexOf('/') + 1);
      const held = identity.filter((each) => each.group === name).map((each) => ({ ...each, group: null }));
      // Of the members' policies those that come from the group; it decides as a user of its own account.
      if (group && !found.has(id)) {
        found.set(id, {
          ...member,
          id: `arn:aws:iam::${member.account}:user/~${name}`,
          name,
          node: group.node,
          groups: [],
          identity: held,
          boundary: null,
          tags: {},
        });
      }
    }
  }
  return found;
}
