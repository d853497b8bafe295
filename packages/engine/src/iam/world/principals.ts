/** Entities of an estate → principals with everything they hold. */
import type { AwsGrant, AwsMembership, AwsPermissionSet, AwsRole, AwsUser, Estate, Range } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { Policies } from './policies.ts';
import type { HeldPolicy, IamPrincipal } from './types.ts';

type HolderKind = Extract<AwsGrant['holderKind'], 'aws.user' | 'aws.role' | 'aws.group'>;

/** One for each ARN: what code and live accounts say of it together. Linear in entities and grants. */
export function principalsOf(estate: Estate, policies: Policies): readonly IamPrincipal[] {
  const grants = new Grants(estate);
  const principals = [
    ...merged([...estate.all('aws.user')]).map((same) => principalOf(same, { estate, policies, grants })),
    ...merged([...estate.all('aws.role')]).map((same) => principalOf(same, { estate, policies, grants })),
  ];
  const known = new Set(principals.map(({ id }) => id));
  return [...principals, ...onlyNamed(grants, policies, known), ...permissionSetRoles(estate, policies, principals)];
}

/** The entity that says most comes first: code before live answers, both before data sources. */
function merged<E extends AwsUser | AwsRole>(entities: readonly E[]): readonly (readonly [E, ...E[]])[] {
  const byId = Map.groupBy(entities, ({ id }) => id);
  return [...byId.values()].flatMap((same): readonly (readonly [E, ...E[]])[] => {
    const [first, ...others] = same.toSorted((a, b) => Number(a.isStub) - Number(b.isStub));
    return first === undefined ? [] : [[first, ...others]];
  });
}

interface Building {
  readonly estate: Estate;
  readonly policies: Policies;
  readonly grants: Grants;
}

function principalOf(same: readonly [AwsUser | AwsRole, ...(AwsUser | AwsRole)[]], building: Building): IamPrincipal {
  const [entity] = same;
  const { estate, policies, grants } = building;
  const groups = entity.kind === 'aws.user' ? grants.groupsOf(same) : { ids: [], unknowns: [] };
  const held = [...grants.of(entity.kind, entity.id)].map((grant) => policies.ofGrant(grant, null));
  for (const id of groups.ids) {
    const name = id.slice(id.lastIndexOf('/') + 1);
    held.push(...grants.of('aws.group', id).map((grant) => policies.ofGrant(grant, name)));
    if (estate.named('aws.group', id).every(({ isStub }) => isStub)) held.push(policies.unknown(`policies of group ${name}`, entity.place));
  }
  for (const each of groups.unknowns) held.push(policies.unknown(each, entity.place));
  if (entity.isStub && entity.kind === 'aws.role')
    held.push(policies.unknown(`policies of ${entity.name} that this code does not give`, entity.place));
  if (entity.isStub && entity.kind === 'aws.user')
    held.push(policies.unknown(`policies of ${entity.name} that this code does not give`, entity.place));
  const identity = withoutDoubles(held.filter((each) => each !== undefined));
  return {
    id: entity.id,
    kind: entity.kind === 'aws.user' ? 'user' : 'role',
    name: entity.name,
    account: accountIn(entity.id) ?? entity.account,
    node: entity.node,
    place: entity.place,
    tags: Object.assign({}, ...same.toReversed().map(({ tags }) => tags)),
    entity,
    permissionSet: null,
    groups: groups.ids,
    identity,
    boundary: boundaryOf(same, policies),
    trust: entity.kind === 'aws.role' ? (trustOf(same, policies) ?? null) : null,
    unknowns: identity.flatMap(({ unknown }) => (unknown === null ? [] : [unknown])),
  };
}

function boundaryOf(same: readonly (AwsUser | AwsRole)[], policies: Policies): readonly HeldPolicy[] | null {
  for (const { boundary, place, account, node, isStub } of same) {
    if (isUndecided(boundary)) return [policies.unknown(`permissions boundary of ${node}: ${boundary.undecided.detail}`, place)];
    if (boundary !== undefined) return [policies.byArn(boundary, { place, group: null, account })];
    if (!isStub) return null;
  }
  return null;
}

function trustOf(same: readonly (AwsUser | AwsRole)[], policies: Policies): HeldPolicy | undefined {
  for (const each of same) {
    if (each.kind !== 'aws.role') continue;
    const held = policies.ofDocument(each.trust, { name: 'trust policy', place: each.place, what: each.node, isOfResource: true });
    if (held) return held;
  }
  return undefined;
}

/** Code and the live account tell of the same grant. */
function withoutDoubles(held: readonly HeldPolicy[]): readonly HeldPolicy[] {
  const seen = new Map<string | object, HeldPolicy>();
  for (const each of held) {
    const key = each.unknown ?? each.document;
    const before = seen.get(key);
    if (!before || (before.group !== null && each.group === null)) seen.set(key, before ?? each);
  }
  return [...seen.values()];
}

/** Grants by who holds them, and who is in which group. */
class Grants {
  readonly #byHolder = new Map<string, AwsGrant[]>();
  readonly #groups = new Map<string, Set<string>>();
  readonly #unknownGroups = new Map<string, string[]>();
  /** Holders that nothing describes, by ARN. */
  readonly unknownHolders = new Map<
    string,
    { readonly kind: 'user' | 'role'; readonly place: Range; readonly node: string; readonly account: string }
  >();

  constructor(estate: Estate) {
    for (const grant of estate.all('aws.grant')) {
      if (grant.holderKind === 'aws.permission-set') continue;
      for (const holder of grant.holders.items)
        for (const id of this.#idsOf(estate, grant.holderKind, { holder, grant })) this.#add(`${grant.holderKind} ${id}`, grant);
    }
    for (const membership of estate.all('aws.membership')) this.#join(estate, membership);
  }

  #join(estate: Estate, { users, groups, account, node }: AwsMembership): void {
    const joined = groups.items.flatMap((text) => idsNamed(estate, 'aws.group', { text, account }));
    for (const user of users.items.flatMap((text) => idsNamed(estate, 'aws.user', { text, account }))) {
      this.#groups.set(user, new Set([...(this.#groups.get(user) ?? []), ...joined]));
      if (groups.rest !== null) this.#unknownGroups.set(user, [`groups of ${node}: ${groups.rest.detail}`]);
    }
  }

  of(kind: HolderKind, id: string): readonly AwsGrant[] {
    return this.#byHolder.get(`${kind} ${id}`) ?? [];
  }

  groupsOf(same: readonly { readonly id: string }[]): { readonly ids: readonly string[]; readonly unknowns: readonly string[] } {
    const [first] = same;
    const id = first?.id ?? '';
    return { ids: [...(this.#groups.get(id) ?? [])], unknowns: this.#unknownGroups.get(id) ?? [] };
  }

  #idsOf(estate: Estate, kind: HolderKind, { holder, grant }: { holder: string; grant: AwsGrant }): readonly string[] {
    const found = new Set(estate.named(kind, holder, grant).map(({ id }) => id));
    if (found.size > 0) return [...found];
    // A role that is not declared here: known by name only.
    const type = kind.slice('aws.'.length);
    const id = holder.startsWith('arn:') ? holder : `arn:aws:iam::${grant.account}:${type}/${holder}`;
    if (type === 'user' || type === 'role')
      this.unknownHolders.set(id, { kind: type, place: grant.place, node: grant.node, account: accountIn(id) ?? grant.account });
    return [id];
  }

  #add(key: string, grant: AwsGrant): void {
    const same = this.#byHolder.get(key);
    if (same) same.push(grant);
    else this.#byHolder.set(key, [grant]);
  }
}

/** Ids of the entities of that name; the ARN it would have when there is none. */
function idsNamed(estate: Estate, kind: 'aws.user' | 'aws.group', { text, account }: { text: string; account: string }): readonly string[] {
  const found = new Set(estate.named(kind, text, { account }).map(({ id }) => id));
  if (found.size > 0) return [...found];
  return [text.startsWith('arn:') ? text : `arn:aws:iam::${account}:${kind.slice('aws.'.length)}/${text}`];
}

/** Users and roles that only attachments name. */
function onlyNamed(grants: Grants, policies: Policies, known: ReadonlySet<string>): readonly IamPrincipal[] {
  return [...grants.unknownHolders].flatMap(([id, { kind, place, node, account }]): readonly IamPrincipal[] => {
    if (known.has(id)) return [];
    const held = grants.of(`aws.${kind}`, id).map((grant) => policies.ofGrant(grant, null));
    const name = id.slice(id.lastIndexOf('/') + 1);
    const rest = policies.unknown(`policies of ${name} that this code does not give`, place);
    const identity = withoutDoubles([...held.filter((each) => each !== undefined), rest]);
    const common = { entity: null, permissionSet: null, groups: [], boundary: null, trust: null, tags: {} };
    return [{ ...common, id, kind, name, account, node, place, identity, unknowns: identity.flatMap(({ unknown }) => unknown ?? []) }];
  });
}

/** Identity Center makes a role of each permission set in each account it is assigned in. Their names end with random characters. */
function permissionSetRoles(estate: Estate, policies: Policies, roles: readonly IamPrincipal[]): readonly IamPrincipal[] {
  const made = new Map<string, IamPrincipal>();
  for (const assignment of estate.all('aws.permission-set-assignment')) {
    const { permissionSet, target } = assignment;
    if (typeof permissionSet !== 'string' || typeof target !== 'string') continue;
    for (const set of estate.named('aws.permission-set', permissionSet)) {
      const id = `arn:aws:iam::${target}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${set.name}_~`;
      const isThere = roles.some(({ account, name }) => account === target && name.startsWith(`AWSReservedSSO_${set.name}_`));
      if (isThere || made.has(id)) continue;
      const grants = estate
        .all('aws.grant')
        .filter(({ holderKind, holders }) => holderKind === 'aws.permission-set' && holders.items.some((each) => set.names.includes(each)));
      const held = grants.map((grant) => policies.ofGrant({ ...grant, account: target }, null)).filter((each) => each !== undefined);
      const identity = withoutDoubles(held);
      made.set(id, {
        id,
        kind: 'role',
        name: `AWSReservedSSO_${set.name}_~`,
        account: target,
        node: set.node,
        place: set.place,
        tags: {},
        entity: null,
        permissionSet: set.id,
        groups: [],
        identity,
        boundary: setBoundary(estate, policies, { set, account: target }),
        trust: null,
        unknowns: identity.flatMap(({ unknown }) => unknown ?? []),
      });
    }
  }
  return [...made.values()];
}

function setBoundary(
  estate: Estate,
  policies: Policies,
  { set, account }: { set: AwsPermissionSet; account: string },
): readonly HeldPolicy[] | null {
  const beside = estate
    .all('aws.permission-set-boundary')
    .find(({ permissionSet }) => typeof permissionSet === 'string' && set.names.includes(permissionSet));
  const boundary = beside ? beside.boundary : set.boundary;
  const place = (beside ?? set).place;
  if (boundary === undefined) return null;
  if (isUndecided(boundary)) return [policies.unknown(`permissions boundary of ${set.name}: ${boundary.undecided.detail}`, place)];
  return [policies.byArn(boundary, { place, group: null, account })];
}

export function accountIn(arn: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1];
}
