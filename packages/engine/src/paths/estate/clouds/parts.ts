/** What each cloud other than AWS gives to the facts: targets of its catalogue, what it asks about, who comes from elsewhere. */
import type { DataStore, Range, Workload } from '@kumomori/model';
import { printGrantCondition } from '../../../iam/shared/index.ts';
import type { GrantCondition } from '../../../iam/shared/index.ts';
import type { CloudPrincipal, CloudReason, CloudWorld } from '../../../iam/clouds/index.ts';
import type { CloudEscalation } from '../../catalogue/clouds/index.ts';
import type { Flags, PathCondition, PathObject, PathPrincipal, PathSetting, PathTrust, PathWay, PathWorkload } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { environmentOf, evidenceOf } from '../context.ts';

/** Something that the catalogue is filled in for. */
export interface CloudTarget {
  readonly kind: string;
  readonly node: string;
  readonly place: Range | null;
  /** What permissions are asked about: `target`, `namespace`, `project` … */
  readonly on: Readonly<Record<string, { readonly kind: string; readonly object: string }>>;
  /** Ids of the facts that can be gained. */
  readonly gain: Partial<Readonly<Record<'has' | 'run' | 'admin' | 'read', string>>>;
  readonly flags: Flags;
}

export interface CloudParts {
  readonly world: CloudWorld;
  readonly escalations: readonly CloudEscalation[];
  readonly targets: readonly CloudTarget[];
  readonly objects: readonly PathObject[];
  readonly workloads: readonly PathWorkload[];
  readonly trusts: readonly PathTrust[];
  readonly ways: readonly PathWay[];
  /** Ids of principals a workload runs as. */
  readonly identitiesOf: (workload: Workload) => readonly string[];
  /** Account of a store or workload, where it is not the one it says. */
  /** Whether one of the actions on a store is allowed to everybody. */
  readonly publicTo?: (store: DataStore, actions: readonly string[]) => boolean | PathCondition;
  /** Anybody may call it, by its permissions. */
  readonly isCallable?: (workload: Workload) => boolean;
  readonly accountOf: (thing: { readonly kind: string; readonly account: string; readonly id: string }) => string;
}

export function unknown(text: string): PathCondition {
  return { text, likelihood: 'unknown', tags: [] };
}

const MAX_LENGTH = 300;

export function conditionFrom(condition: GrantCondition | null): PathCondition | null {
  if (condition === null) return null;
  const text = printGrantCondition(condition).slice(0, MAX_LENGTH);
  return { text, likelihood: isActivation(condition) ? 'attainable' : 'unknown', tags: [] };
}

/** Whoever may activate a role does it himself. */
function isActivation(condition: GrantCondition): boolean {
  if (condition.kind === 'condition') return condition.language === 'activation';
  return condition.kind !== 'not' && condition.of.every((each) => isActivation(each));
}

export function settingFrom(building: Building, { id, role, by, place }: CloudReason): PathSetting {
  const evidence = evidenceOf(building, place);
  return { id: `grant ${id}`, kind: 'grant', summary: `Narrow or remove ${role ?? 'the rights'} given by ${by}`, evidence };
}

/** Everything that the catalogue says of the targets. O(targets × ways of their kind). */
export function waysFor(building: Building, { escalations, targets }: Pick<CloudParts, 'escalations' | 'targets'>): readonly PathWay[] {
  const byKind = Map.groupBy(escalations, ({ over }) => over);
  return targets.flatMap((target) => (byKind.get(target.kind) ?? []).flatMap((each) => wayFor(building, target, each)));
}

function wayFor(building: Building, target: CloudTarget, escalation: CloudEscalation): readonly PathWay[] {
  const { id, title, edge, gains, flag, condition } = escalation;
  const gained = target.gain[gains];
  const isMet = flag === undefined ? true : target.flags[flag];
  if (gained === undefined || isMet === false) return [];
  const open = isMet === undefined && flag !== undefined ? FLAG_TEXTS[flag] : undefined;
  const text = [open, condition].filter((each) => each !== undefined).join('; ');
  const rest = {
    ...{ id, title, edge, from: null, to: { fact: gains, id: gained }, setting: null },
    ...{ condition: text === '' ? null : unknown(text.replaceAll('{0}', () => target.node)), evidence: evidenceOf(building, target.place) },
  };
  return needsOf(target, escalation).map((needs) => ({ ...rest, needs }));
}

/** Every choice of the actions of which one suffices; none when the target lacks what they are asked about. */
function needsOf({ on }: CloudTarget, { needs }: CloudEscalation): readonly PathWay['needs'][] {
  let found: readonly PathWay['needs'][] = [[]];
  for (const [actions, place] of needs) {
    const isOptional = place.endsWith('?');
    const asked = on[isOptional ? place.slice(0, -1) : place];
    if (!asked && isOptional) continue;
    if (!asked) return [];
    const choices = choicesOf(actions);
    found = found.flatMap((before) => choices.map((action) => [...before, { action, ...asked }]));
  }
  return found;
}

/** `get|list secrets` → `get secrets`, `list secrets`; `a.b.c|a.b.d` → both. */
function choicesOf(actions: string): readonly string[] {
  const [verbs = '', what] = actions.split(' ');
  if (what === undefined) return verbs.split('|');
  return verbs.split('|').flatMap((verb) => what.split('|').map((each) => `${verb} ${each}`));
}

const FLAG_TEXTS: Readonly<Record<string, string>> = {
  'allows-privileged-pods': 'namespace {0} admits privileged pods',
  'keeps-out-privileged-pods': 'namespace {0} does not admit privileged pods already',
  'may-have-keys': 'the organization lets {0} have keys',
  'takes-project-keys': '{0} takes keys of the project',
  'takes-os-login': '{0} has OS Login on',
  'signs-client-certificates': '{0} signs certificates of clients',
  'runs-regularly': '{0} is started by somebody else',
  'has-managed-identity': '{0} has a managed identity',
  'has-agent': 'the agent of Azure runs on {0}',
  'takes-extensions': '{0} takes extensions',
  'takes-keys': '{0} takes its keys',
  'takes-publish-credentials': '{0} takes code by its publishing credentials',
  'uses-access-policies': '{0} goes by access policies',
  'has-local-accounts': '{0} has local accounts',
  'takes-commands': '{0} takes commands through Azure',
  'takes-no-roles': 'roles of the directory cannot be assigned to {0}',
};

const KINDS: Readonly<Record<CloudPrincipal['kind'], PathPrincipal['kind']>> = {
  user: 'federated',
  group: 'federated',
  'service-account': 'service-account',
  'managed-identity': 'managed-identity',
  application: 'service-account',
  federated: 'federated',
};

/** Principals of a cloud as the reasoning takes them. Machines begin nowhere unless something runs as them. */
export function principalsFrom(building: Building, world: CloudWorld): readonly PathPrincipal[] {
  return world.principals.map((principal): PathPrincipal => {
    const { id, node, account, kind, place, tags } = principal;
    const { decision, condition, because } = world.isAdmin(principal);
    const [reason] = because;
    const isAdmin = decision !== 'allow' ? false : condition === null ? true : (conditionFrom(condition) ?? true);
    return {
      ...{ id, node, account, kind: KINDS[kind], evidence: evidenceOf(building, place), isAdmin },
      adminSetting: decision === 'allow' && reason ? settingFrom(building, reason) : null,
      ...{ ceiling: 'admin', unbounded: null, accessClass: null, groups: [], trustedServices: [] },
      isOnlyForServices: kind !== 'user' && kind !== 'group',
      ...{ trustSetting: null, inInstanceProfile: undefined, idleDays: undefined, environment: environmentOf(tags) },
      user: hasLeft(building, id) ? { accessKeys: undefined, hasPassword: undefined, hasMfa: undefined, hasLeft: true } : null,
    };
  });
}

/** A person on the list of those who left, by name or address. */
function hasLeft({ left }: Building, id: string): boolean {
  return left?.has(id.replace(/^user:/, '').toLowerCase()) ?? false;
}

/** Something that runs, of which nothing is known but what it runs as. */
export function plainWorkload(parts: Pick<PathWorkload, 'id' | 'node' | 'account' | 'kind' | 'evidence'>): PathWorkload {
  return {
    ...{ identities: [], identitySetting: null, flags: {}, hasOpenMetadata: false, metadataSetting: null, vulnerabilities: [] },
    ...{ allowsPasswordLogin: false, isCallableByAnyone: false, callSetting: null, escapesTo: [], escapeSetting: null },
    ...{ codeFrom: [], triggeredBy: [], environment: null, ...parts },
  };
}
