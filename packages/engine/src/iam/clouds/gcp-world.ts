/** Who can do what in Google Cloud: grants of every spelling, joined to the hierarchy of projects, folders and the organization. */
import type { Estate, GcpGrant, Known, Range } from '@kumomori/model';
import { HOLE, isUndecided, storesOf, UNNAMED_ACCOUNT, workloadsOf } from '@kumomori/model';
import type { AllowPolicy, DenyPolicy, GcpPolicies, GcpRequest, IamBinding, PrincipalAccessBoundary } from '../gcp/index.ts';
import { decideGcp } from '../gcp/index.ts';
import type { GrantDecision } from '../shared/index.ts';
import { byNames, everybodyWho, NOT_ALLOWED, sorted } from './answers.ts';
import { blockedBy, poolsOf } from './gcp-boundaries.ts';
import { permissionsOf, predefinedRole } from './gcp-roles.ts';
import type { CloudAnswer, CloudGrantee, CloudPrincipal, CloudReason, CloudWorld, HeldRole } from './types.ts';

/** Where people are administered who are in no project. */
export const PEOPLE = 'Google Workspace';

interface Given {
  readonly resource: string;
  readonly binding: IamBinding;
  readonly node: string;
  readonly place: Range;
}

/** Allowed all of these: an owner. */
const ADMINISTRATION = [
  'resourcemanager.projects.setIamPolicy',
  'iam.serviceAccountKeys.create',
  'compute.instances.create',
  'storage.objects.get',
];

/** Permissions worth telling of anybody, by the kind of what they are asked about. */
const OF_PROJECT = [
  ...[
    'resourcemanager.projects.setIamPolicy',
    'iam.roles.update',
    'compute.instances.create',
    'compute.projects.setCommonInstanceMetadata',
  ],
  ...['cloudfunctions.functions.create', 'run.services.create', 'cloudbuild.builds.create', 'deploymentmanager.deployments.create'],
  ...['secretmanager.versions.access', 'storage.objects.get', 'bigquery.tables.getData', 'container.clusterRoleBindings.create'],
];
const OF_ACCOUNT = [
  ...['iam.serviceAccounts.getAccessToken', 'iam.serviceAccounts.actAs', 'iam.serviceAccounts.signJwt', 'iam.serviceAccounts.setIamPolicy'],
  'iam.serviceAccountKeys.create',
];

/** An account that no policy names and that is in no domain or group. */
const STRANGER = 'user:stranger@~';

export class GcpWorld implements CloudWorld {
  readonly cloud = 'gcp';
  readonly principals: readonly CloudPrincipal[];
  /** `projects/…` of the estate. */
  readonly projects: readonly string[];
  readonly #estate: Estate;
  readonly #given: readonly Given[];
  readonly #deny: readonly DenyPolicy[];
  readonly #boundaries: readonly PrincipalAccessBoundary[];
  readonly #roles = new Map<string, { readonly includes: (permission: string) => boolean }>();
  readonly #parents = new Map<string, string>();
  readonly #projectOf = new Map<string, string>();
  readonly #groups = new Map<string, string[]>();
  readonly #memberships = new Map<string, readonly string[]>();
  readonly #names: ReadonlyMap<string, readonly CloudPrincipal[]>;
  readonly #policies = new Map<string, GcpPolicies>();
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #ids = new Map<string, string>();

  constructor(estate: Estate) {
    this.#estate = estate;
    this.#aliases = aliasesOf(estate);
    for (const { storeKind, id, names, node, account } of storesOf(estate))
      if (storeKind.startsWith('gcp.')) this.#place(id, [...names, node], account);
    for (const { workloadKind, id, names, node, account } of workloadsOf(estate))
      if (workloadKind.startsWith('gcp.')) this.#place(id, [...names, node], account);
    for (const scope of estate.all('gcp.scope')) this.#readScope(scope);
    for (const { names, permissions } of estate.all('gcp.role')) {
      const made = permissionsOf(permissions.items);
      if (permissions.rest === null) for (const name of names) this.#roles.set(name, made);
    }
    for (const { group, member } of estate.all('gcp.membership')) {
      if (typeof group !== 'string' || typeof member !== 'string') continue;
      this.#groups.set(member.toLowerCase(), [...(this.#groups.get(member.toLowerCase()) ?? []), `group:${group}`]);
    }
    this.#given = this.#grants();
    this.#deny = estate.all('gcp.deny-policy').flatMap(({ parent, id, rules }) =>
      typeof parent !== 'string'
        ? []
        : [
            {
              ...{ attachedTo: this.#scope(parent.replace(/^(?:\/\/)?cloudresourcemanager\.googleapis\.com\//, '')), name: id },
              rules: rules.map(({ condition, deniedPrincipals, exceptionPrincipals, ...rule }) => ({
                ...{ ...rule, denialCondition: conditionOf(condition) },
                deniedPrincipals: deniedPrincipals.map((each) => this.#set(each)),
                exceptionPrincipals: exceptionPrincipals.map((each) => this.#set(each)),
              })),
            },
          ],
    );
    this.#boundaries = this.#bound();
    this.principals = this.#found();
    this.#names = byNames(this.principals);
    this.projects = [
      ...new Set([
        ...this.#projectOf.values(),
        ...this.#given.map(({ resource }) => resource).filter((each) => each.startsWith('projects/') && !each.includes('/', 9)),
      ]),
    ];
  }

  knows(action: string): boolean {
    return /^[a-z][a-zA-Z0-9]*\.[a-zA-Z0-9_.]+$/.test(action);
  }

  find(text: string): readonly CloudPrincipal[] {
    return this.#names.get(text) ?? [];
  }

  decide(principal: CloudPrincipal, action: string, resource: string): CloudAnswer {
    const account = this.find(resource).find(({ kind }) => kind === 'service-account');
    return this.#decide(principal.id, action, account?.id ?? resource);
  }

  whoCan(action: string, resource: string): readonly CloudGrantee[] {
    const found = everybodyWho(this.principals, (principal) => this.decide(principal, action, resource));
    const anybody = this.anybody(action, resource);
    return sorted(
      anybody.decision === 'allow' ? [...found, { ...anybody, principal: '*', kind: 'anyone', node: null, place: null }] : found,
    );
  }

  /** What is allowed without signing in. */
  anybody(action: string, resource: string): CloudAnswer {
    return this.#decide(null, action, resource);
  }

  /** What is allowed to whoever has a Google account. */
  anybodySignedIn(action: string, resource: string): CloudAnswer {
    return this.#decide(STRANGER, action, resource);
  }

  isAdmin({ id, account }: CloudPrincipal): CloudAnswer {
    if (!account.startsWith('projects/')) return NOT_ALLOWED;
    return this.adminOf(id, account);
  }

  adminOf(id: string, project: string): CloudAnswer {
    let conditional: CloudAnswer | null = null;
    for (const action of ADMINISTRATION) {
      const answer = this.#decide(id, action, project);
      if (answer.decision !== 'allow') return NOT_ALLOWED;
      if (conditional === null || answer.condition !== null) conditional = answer;
    }
    return conditional ?? NOT_ALLOWED;
  }

  rolesOf({ id }: CloudPrincipal): readonly HeldRole[] {
    const members = new Set([id, ...this.#memberOf(id)].map((each) => each.toLowerCase()));
    return this.#given.flatMap(({ resource, binding, place }) => {
      const member = binding.members.find((each) => members.has(each.toLowerCase()));
      if (member === undefined) return [];
      const condition = binding.condition ? ({ kind: 'condition', language: 'cel', text: binding.condition.expression } as const) : null;
      const through = member.toLowerCase() === id.toLowerCase() ? null : member;
      return [{ role: binding.role, on: resource, through, condition, isUnknown: this.#permissionsOf(binding.role) === undefined, place }];
    });
  }

  telling(): readonly { readonly action: string; readonly resource: string }[] {
    const accounts = this.principals.filter(({ kind }) => kind === 'service-account').map(({ id }) => id);
    return [
      ...OF_PROJECT.flatMap((action) => this.projects.map((resource) => ({ action, resource }))),
      ...OF_ACCOUNT.flatMap((action) => accounts.map((resource) => ({ action, resource }))),
    ];
  }

  /** `projects/…` of a resource. */
  projectOf(id: string): string | null {
    return this.#projectOf.get(id) ?? null;
  }

  /** Folders and organization above, nearest first. */
  above(project: string): readonly string[] {
    const found: string[] = [];
    for (let at = this.#parents.get(project); at !== undefined && !found.includes(at); at = this.#parents.get(at)) found.push(at);
    return found;
  }

  /** Who holds a role, by any of its names, and on what. Grants under a condition give nobody the whole of what a role gets later. */
  holdersOf(role: readonly string[]): readonly { readonly member: string; readonly on: string }[] {
    return this.#given
      .filter(({ binding }) => role.includes(binding.role) && !binding.condition)
      .flatMap(({ binding, resource }) => binding.members.map((member) => ({ member, on: resource })));
  }

  /** A project of code, whatever it is called there, is this one. */
  isIn(account: string, project: string): boolean {
    return this.#scope(`projects/${account.replace(/^projects\//, '')}`) === project;
  }

  #decide(id: string | null, permission: string, resource: string): CloudAnswer {
    const policies = this.#policiesFor(id);
    if (policies.allow.length === 0) return NOT_ALLOWED;
    const known = this.#ids.get(resource) ?? (isScope(resource) ? this.#scope(resource) : this.#object(resource));
    const project = known.startsWith('serviceAccount:')
      ? this.#projectOfAccount(known)
      : known.startsWith('projects/') && !known.includes('/', 9)
        ? known
        : this.#projectOf.get(known);
    const ancestors = project === undefined ? this.above(known) : [...(project === known ? [] : [project]), ...this.above(project)];
    const request: GcpRequest = {
      ...{ principal: id, memberOf: this.#memberOf(id), permission, resource: known, ancestors, tags: null },
      attributes: { 'resource.name': nameOf(known), ...(serviceOf(permission) && { 'resource.service': serviceOf(permission) }) },
    };
    return this.#placed(decideGcp(policies, request, (role) => this.#permissionsOf(role)));
  }

  #memberOf(id: string | null): readonly string[] {
    if (id === null) return [];
    const known = this.#memberships.get(id);
    if (known) return known;
    const project = id.startsWith('serviceAccount:') ? this.#projectOfAccount(id) : this.projectOfPool(id);
    const places = project === undefined ? [] : [project, ...this.above(project)];
    const found = [
      ...(this.#groups.get(id.slice(id.indexOf(':') + 1).toLowerCase()) ?? []),
      ...places.map((each) => `principalSet://cloudresourcemanager.googleapis.com/${each}`),
      ...poolsOf(id),
    ];
    this.#memberships.set(id, found);
    return found;
  }

  /** `projects/…` of the pool that somebody of outside comes in by. */
  projectOfPool(id: string): string | undefined {
    const name = /^principal(?:Set)?:\/\/iam\.googleapis\.com\/(projects\/[^/]+)\/locations\/[^/]+\/workloadIdentityPools\//.exec(id)?.[1];
    return name === undefined ? undefined : this.#scope(name);
  }

  /** Whether a constraint of the organization holds in a project; the nearest that says something decides, and by default none does. */
  enforces(constraint: string, project: string): boolean | undefined {
    const stated = this.#estate.all('gcp.constraint').filter((each) => each.constraint === constraint);
    if (this.#estate.all('gcp.constraint').some((each) => isUndecided(each.constraint))) return undefined;
    for (const place of [project, ...this.above(project)]) {
      const here = stated.find(({ parent, account }) => this.#scope(typeof parent === 'string' ? parent : `projects/${account}`) === place);
      if (here && here.isEnforced !== undefined) return isUndecided(here.isEnforced) ? undefined : here.isEnforced;
    }
    return stated.some(({ parent }) => isUndecided(parent)) ? undefined : false;
  }

  /** The same set by the same text: `//cloudresourcemanager.googleapis.com/projects/123` → `principalSet://cloudresourcemanager.googleapis.com/projects/orders`. */
  #set(text: string): string {
    const [, place] = /^(?:principalSet:)?\/\/cloudresourcemanager\.googleapis\.com\/(.+)$/.exec(text) ?? [];
    if (place !== undefined) return `principalSet://cloudresourcemanager.googleapis.com/${this.#scope(place)}`;
    return text.startsWith('//') ? `principalSet:${text}` : text;
  }

  #bound(): readonly PrincipalAccessBoundary[] {
    return this.#estate.all('gcp.boundary-binding').flatMap(({ policy, principals, condition, id }) => {
      const policies = typeof policy === 'string' ? this.#estate.named('gcp.access-boundary', policy) : [];
      if (typeof principals !== 'string') return [];
      const bound = { name: id, principals: [this.#set(principals)], condition: conditionOf(condition) };
      return policies.flatMap(({ resources, version }) => {
        const open = resources.items.map((each) => this.#scope(each.replace(/^\/\/cloudresourcemanager\.googleapis\.com\//, '')));
        const isSure = resources.rest === null;
        const mayStop = { ...bound, resources: open, condition: { expression: 'accessBoundary.stopsThisPermission' } };
        return [...(isSure ? [{ ...bound, resources: open, enforced: blockedBy(version) }] : []), mayStop];
      });
    });
  }

  #permissionsOf(role: string): { readonly includes: (permission: string) => boolean } | undefined {
    return this.#roles.get(role) ?? predefinedRole(role);
  }

  /** Grants that may name somebody; those of others decide nothing. */
  #policiesFor(id: string | null): GcpPolicies {
    const key = id ?? '*';
    const known = this.#policies.get(key);
    if (known) return known;
    const own = new Set([
      ...(id === null ? [] : [id.toLowerCase(), ...this.#memberOf(id).map((each) => each.toLowerCase()), 'allauthenticatedusers']),
      'allusers',
    ]);
    const email = id?.toLowerCase() ?? '';
    const isHis = (member: string): boolean => {
      const text = member.toLowerCase();
      return (
        own.has(text) ||
        text.includes(HOLE) ||
        /^project(?:owner|editor|viewer):/.test(text) ||
        (text.startsWith('domain:') && email.endsWith(`@${text.slice(7)}`))
      );
    };
    const byResource = new Map<string, IamBinding[]>();
    for (const { resource, binding } of this.#given) {
      if (!binding.members.some(isHis)) continue;
      const bindings = byResource.get(resource);
      if (bindings) bindings.push(binding);
      else byResource.set(resource, [binding]);
    }
    const allow: AllowPolicy[] = [...byResource].map(([resource, bindings]) => ({ resource, bindings }));
    const made = { allow, deny: this.#deny, boundaries: this.#boundaries };
    this.#policies.set(key, made);
    return made;
  }

  #placed({ decision, conditional, because }: GrantDecision): CloudAnswer {
    const reasons = because.map((reason): CloudReason => {
      const given = this.#given.find(({ resource, binding }) => resource === reason.by && binding.role === reason.role);
      const node = given?.node ?? null;
      return { ...reason, id: `${reason.by} ${reason.role ?? ''} ${node ?? ''}`, node, place: given?.place ?? null };
    });
    return { decision, condition: conditional, because: reasons };
  }

  #grants(): readonly Given[] {
    const ofGrant = (grant: GcpGrant, { on, onKind }: Pick<GcpGrant, 'on' | 'onKind'>): readonly Given[] => {
      const { role, members, condition, node, place } = grant;
      if (typeof role !== 'string' || typeof on !== 'string') return [];
      const text = conditionOf(condition);
      return [{ resource: this.#resource(on, onKind), binding: { role, members: members.items, condition: text }, node, place }];
    };
    const direct = this.#estate.all('gcp.grant').filter(({ onKind }) => onKind !== 'document');
    const uses = this.#estate.all('gcp.policy-use').flatMap((use) => {
      const grants = typeof use.policy === 'string' ? this.#estate.named('gcp.grant', use.policy) : [];
      return grants.flatMap((grant) => ofGrant(grant, use));
    });
    return [...direct.flatMap((grant) => ofGrant(grant, grant)), ...uses];
  }

  #resource(on: string, kind: string): string {
    switch (kind) {
      case 'project':
        return this.#scope(on.startsWith('projects/') ? on : `projects/${on}`);
      case 'folder':
        return this.#scope(on.startsWith('folders/') ? on : `folders/${on}`);
      case 'organization':
        return on.startsWith('organizations/') ? on : `organizations/${on}`;
      case 'service_account':
        return accountIn(on) ?? this.#ids.get(on) ?? on;
      default:
        return this.#ids.get(on) ?? this.#object(on);
    }
  }

  #object(text: string): string {
    return accountIn(text) ?? this.#ids.get(text) ?? text;
  }

  /** One and the same text for a project, however it is called. */
  #scope(text: string): string {
    const name = text.replace(/^projects\//, '');
    if (text.startsWith('folders/') || text.startsWith('organizations/')) return text;
    const named = [...this.#estate.named('gcp.scope', name), ...this.#estate.named('gcp.scope', `projects/${name}`)];
    const known = named.find(({ scopeKind }) => scopeKind === 'project');
    const id = known?.names.find((each) => each.startsWith('projects/'))?.slice('projects/'.length) ?? name;
    return `projects/${this.#aliases.get(id) ?? id}`;
  }

  #place(id: string, names: readonly string[], account: string): void {
    for (const name of names) if (!this.#ids.has(name)) this.#ids.set(name, id);
    // Conditions call all buckets `projects/_/buckets/NAME`.
    const written = names.map((each) => /^projects\/([^/_][^/]*)\//.exec(each)?.[1]).find((each) => each !== undefined);
    this.#projectOf.set(id, this.#scope(`projects/${written ?? account}`));
  }

  #readScope({ scopeKind, id, names, parent }: ReturnType<Estate['all']>[number] & { readonly kind: 'gcp.scope' }): void {
    if (typeof parent !== 'string') return;
    if (scopeKind === 'resource') {
      const own = this.#ids.get(id) ?? names.map((each) => this.#ids.get(each)).find((each) => each !== undefined);
      if (own !== undefined) this.#projectOf.set(own, this.#scope(parent.startsWith('projects/') ? parent : `projects/${parent}`));
    } else if (scopeKind === 'project') {
      const self = names.find((each) => each.startsWith('projects/'));
      if (self !== undefined) this.#parents.set(this.#scope(self), parent);
    } else for (const name of names) if (name.startsWith('folders/')) this.#parents.set(name, parent);
  }

  #projectOfAccount(id: string): string | undefined {
    const [, email = ''] = id.split(':');
    const own = this.#projectOf.get(email) ?? this.#projectOf.get(id);
    if (own !== undefined) return own;
    const name =
      /@([^.@]+)\.iam\.gserviceaccount\.com$/.exec(email)?.[1] ??
      /^(.+)-compute@developer\.gserviceaccount\.com$/.exec(email)?.[1] ??
      /^(.+)@(?:cloudservices|cloudbuild|appspot)\.gserviceaccount\.com$/.exec(email)?.[1];
    return name === undefined ? undefined : this.#scope(`projects/${name}`);
  }

  #found(): readonly CloudPrincipal[] {
    const found = new Map<string, CloudPrincipal>();
    const add = (id: string, parts: Partial<Pick<CloudPrincipal, 'node' | 'names' | 'tags'>> & { readonly place: Range | null }): void => {
      const kind = kindOf(id);
      if (kind === null || found.has(id) || id.includes(HOLE)) return;
      const email = id.slice(id.indexOf(':') + 1);
      const account = kind === 'service-account' ? (this.#projectOfAccount(id) ?? PEOPLE) : PEOPLE;
      const node = kind === 'federated' || kind === 'group' ? id : email;
      found.set(id, { id, cloud: 'gcp', kind, account, node, names: [email], tags: {}, ...parts });
    };
    for (const { identityKind, names, node, place, tags, account } of this.#estate.all('cloud-identity')) {
      const id = names.map(accountIn).find((each) => each !== null);
      if (identityKind !== 'gcp.service-account' || !id) continue;
      const written = names.map((each) => /^projects\/([^/]+)\//.exec(each)?.[1]).find((each) => each !== undefined);
      this.#projectOf.set(id, this.#scope(`projects/${written ?? account}`));
      add(id, { node, names: [...names, id], place, tags });
    }
    for (const { identities, workloadKind, place } of workloadsOf(this.#estate))
      if (workloadKind.startsWith('gcp.')) for (const text of identities.items) if (accountIn(text)) add(accountIn(text) ?? '', { place });
    for (const { binding, place } of this.#given) for (const member of binding.members) add(member, { place });
    const owners = [...found.values()].filter(({ kind }) => kind === 'user' || kind === 'group');
    for (const owner of owners) {
      const project = this.#given
        .filter(({ binding }) => binding.members.includes(owner.id))
        .map(({ resource }) => resource)
        .find((each) => isProject(each) && this.adminOf(owner.id, each).decision === 'allow');
      if (project !== undefined) found.set(owner.id, { ...owner, account: project });
    }
    return [...found.values()];
  }
}

function isProject(text: string): boolean {
  return text.startsWith('projects/') && !text.includes('/', 'projects/'.length);
}

function isScope(text: string): boolean {
  return isProject(text) || /^(?:folders|organizations)\/[^/]+$/.test(text);
}

/** The service account that a text names, `serviceAccount:EMAIL`. */
export function accountIn(text: string): string | null {
  const email = /([^/:\s]+@[^/\s]+\.gserviceaccount\.com)$/.exec(text)?.[1];
  return email === undefined ? null : `serviceAccount:${email}`;
}

function kindOf(member: string): CloudPrincipal['kind'] | null {
  const kind = /^([a-zA-Z]+):/.exec(member)?.[1]?.toLowerCase();
  if (kind === 'user') return 'user';
  if (kind === 'group' || kind === 'domain') return 'group';
  if (kind === 'serviceaccount') return /\.svc\.id\.goog\[/.test(member) ? 'federated' : 'service-account';
  return kind === 'principal' || kind === 'principalset' ? 'federated' : null;
}

function conditionOf(condition: Known<string | undefined>): { readonly expression: string } | null {
  if (condition === undefined) return null;
  return { expression: isUndecided(condition) ? 'unknown.condition == true' : condition };
}

/** Conditions see buckets as `projects/_/buckets/NAME`, and other things without their service. */
function nameOf(full: string): string {
  const id = full.replace(/^\/\/storage\.googleapis\.com\//, '').replace(/^\/\/[^/]+\//, '');
  return id.includes('/') || id.includes('@') ? id : `projects/_/buckets/${id}`;
}

function serviceOf(permission: string): string {
  const service = permission.split('.')[0] ?? '';
  return `${service === 'resourcemanager' ? 'cloudresourcemanager' : service}.googleapis.com`;
}

/** Code that names its project by one variable everywhere, and elsewhere leaves it to the provider, means one project. */
function aliasesOf(estate: Estate): ReadonlyMap<string, string> {
  const written = [...estate.all('gcp.grant'), ...estate.all('gcp.policy-use')].flatMap(({ on, onKind, account }) =>
    onKind === 'project' && typeof on === 'string' && on.replace(/^projects\//, '').startsWith('~')
      ? [[on.replace(/^projects\//, ''), account] as const]
      : [],
  );
  const names = new Set(written.map(([name]) => name));
  const isMade = estate.all('gcp.scope').some(({ scopeKind, node }) => scopeKind === 'project' && !node.includes('data.'));
  const [only, another] = names;
  const account = written[0]?.[1] ?? UNNAMED_ACCOUNT;
  return only === undefined || another !== undefined || isMade ? new Map() : new Map([[only, account]]);
}
