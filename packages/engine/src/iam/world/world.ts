/** Who can do what in an estate: every principal with its layers, every resource with its policy, decided exactly and explained with places. */
import type { Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type {
  ActionCatalogue,
  Because,
  CompiledLayers,
  CompiledPolicy,
  ConditionalDecision,
  Principal,
  PreparedRequest,
} from '../aws/index.ts';
import {
  actionName,
  compileLevel,
  compilePolicy,
  compileRcpLevel,
  compileSettings,
  decideWithCondition,
  explain,
  orOf,
  prepareRequest,
  readPrincipal,
} from '../aws/index.ts';
import { AllowedOn } from './allowed-on.ts';
import { principalsByName } from './by-name.ts';
import { classesOf } from './classes.ts';
import { Endpoints } from './endpoints.ts';
import { granteesNamedBy } from './named-grantees.ts';
import type { ManagedPolicies } from './managed-policies.ts';
import { NO_MANAGED_POLICIES } from './managed-policies.ts';
import type { IamMemory, RememberedAnswer, RememberedAnswers } from './memory.ts';
import { optionsKey, sideKey, subjectKey } from './memory.ts';
import type { Organization } from './organization.ts';
import { organizationOf } from './organization.ts';
import { Policies } from './policies.ts';
import { principalsOf } from './principals.ts';
import type { ResourceSide } from './resources.ts';
import { Resources, tokensOf } from './resources.ts';
import type {
  AllowedRange,
  AskOptions,
  ExplainedDecision,
  Grantee,
  HeldLevel,
  HeldPolicy,
  IamPrincipal,
  PrincipalClass,
  Reason,
  CandidateSet,
  WorldDecision,
} from './types.ts';
import { readable } from './unknown-policy.ts';

export interface IamWorldOptions {
  readonly catalogue: ActionCatalogue | null;
  /** Documents of AWS's managed policies; those it lacks are unknown. */
  readonly managed?: ManagedPolicies;
  /** Shared by worlds of nearly the same estate, with the same catalogue and managed policies: what they have in common is decided once. */
  readonly memory?: IamMemory;
}

/** A principal compiled once. */
interface Compiled {
  readonly principal: Principal;
  readonly identity: readonly CompiledPolicy[];
  readonly boundary: readonly CompiledPolicy[] | null;
  readonly scp: CompiledLayers['scp'];
  readonly context: Readonly<Record<string, string>>;
  /** Everything on the principal's side, with the boundary and without. */
  readonly all: readonly CompiledPolicy[];
  readonly unbound: readonly CompiledPolicy[];
  /** Null without a memory. */
  readonly answers: RememberedAnswers | null;
}

const OF_ANOTHER = [compilePolicy({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })];

/** Callers choose the protocol, and ask by themselves: what hangs on that is no condition worth telling. */
const USUAL = { 'aws:SecureTransport': 'true', 'aws:ViaAWSService': 'false' } as const;

const NOTHING_KNOWN: AskOptions = {};

type SideLayers = Pick<CompiledLayers, 'resource' | 'session' | 'rcp' | 'vpce' | 'settings'>;

export class IamWorld {
  readonly principals: readonly IamPrincipal[];
  /** Accounts of its principals. */
  readonly accounts: ReadonlySet<string>;
  readonly catalogue: ActionCatalogue | null;
  readonly #byId: ReadonlyMap<string, IamPrincipal>;
  readonly #byName: ReadonlyMap<string, readonly IamPrincipal[]>;
  readonly #organization: Organization;
  readonly #resources: Resources;
  readonly #endpoints: Endpoints;
  readonly #compiled = new Map<string, Compiled>();
  readonly #rcp = new Map<string, CompiledLayers['rcp']>();
  readonly #sides = new WeakMap<ResourceSide, SideLayers>();
  readonly #sideNumbers = new WeakMap<ResourceSide, number>();
  readonly #memory: IamMemory | null;
  readonly #allowed: AllowedOn;
  #roleSet: CandidateSet | null = null;
  #classes: readonly PrincipalClass[] | null = null;
  #classOf: ReadonlyMap<string, PrincipalClass> | null = null;

  constructor(estate: Estate, { catalogue, managed = NO_MANAGED_POLICIES, memory }: IamWorldOptions) {
    this.#memory = memory ?? null;
    const policies = new Policies(estate, managed);
    this.catalogue = catalogue;
    this.principals = principalsOf(estate, policies);
    this.accounts = new Set(this.principals.map(({ account }) => account));
    this.#byId = new Map(this.principals.map((each) => [each.id, each]));
    this.#byName = principalsByName(this.principals);
    this.#organization = organizationOf(estate, policies);
    this.#resources = new Resources(estate, policies, this.accounts);
    this.#endpoints = new Endpoints(estate, policies);
    for (const { id, trust, place, name, kind, permissionSet } of this.principals) {
      if (kind !== 'role') continue;
      if (trust) this.#resources.add(id, trust);
      else if (permissionSet === null) this.#resources.add(id, policies.unknown(`trust policy of ${name}`, place, true));
    }
    this.#allowed = new AllowedOn({
      decide: (principal, request, options) => this.#decision(principal, request, options),
      identityOf: (principal) => this.#compiledOf(principal).identity,
      layersOf: (principal, options) => this.#identitySide(principal, options),
      isSpecial: (arn, service) => this.#resources.isSpecial(arn, service),
      admits: (arn, action) => this.#resources.admits(arn, action),
      tokensOf,
      kindOf: (action) => this.#kindOf(action),
      accountOf: (arn) => this.#resources.sideOf(arn).account,
      classOf: (principal) => this.classOf(principal).id,
    });
  }

  /** By ARN, name or address in code. */
  find(text: string): readonly IamPrincipal[] {
    const exact = this.#byId.get(text);
    return exact ? [exact] : (this.#byName.get(text) ?? []);
  }

  /** Principals grouped by what they hold: equal policies, boundary, account; by themselves where a policy speaks of its holder. */
  get classes(): readonly PrincipalClass[] {
    this.#classes ??= classesOf(this.principals);
    return this.#classes;
  }

  classOf(principal: IamPrincipal): PrincipalClass {
    this.#classOf ??= new Map(this.classes.flatMap((each) => each.members.map(({ id }) => [id, each] as const)));
    const found = this.#classOf.get(principal.id);
    return found ?? { id: -1, account: principal.account, members: [principal] };
  }

  /** Service control policies exist in the estate, or nothing is known of any. */
  scpLevelsOf(account: string): readonly HeldLevel[] {
    return this.#organization.levelsOf(account, 'scp');
  }

  /** The ARN's own account, or that of the entity it names. Null: not known. */
  accountOfResource(arn: string): string | null {
    return this.#resources.sideOf(arn).account;
  }

  /** No Allow that the principal holds is about the action: then only the resource's side could let it in. */
  saysNothingOf(principal: IamPrincipal, action: string): boolean {
    const name = actionName(action);
    const service = name.slice(0, Math.max(name.indexOf(':'), 0));
    return this.#compiledOf(principal).identity.every((each) => !each.mayAllow(service) || each.candidates(name).allow.all.length === 0);
  }

  /** Something on the resource's side lets somebody in by itself: a policy, a list, grants. */
  hasOwnSide(arn: string): boolean {
    const { policies, acl, kmsGrants } = this.#resources.sideOf(arn);
    return policies.length > 0 || acl.length > 0 || kmsGrants.length > 0;
  }

  /** What the principal may do at best, and under which condition. */
  decide(
    principal: IamPrincipal,
    ask: { readonly action: string; readonly resource: string },
    options: AskOptions = NOTHING_KNOWN,
  ): WorldDecision {
    return this.#decision(principal, ask, options);
  }

  /** The same with every step that led to it, and its place. */
  explain(
    principal: IamPrincipal,
    ask: { readonly action: string; readonly resource: string },
    options: AskOptions = NOTHING_KNOWN,
  ): ExplainedDecision {
    const decision = this.#decision(principal, ask, options);
    const request = this.#request(this.#compiledOf(principal).principal, ask, { options, tags: this.#compiledOf(principal).context });
    return { ...decision, because: this.#reasons(principal, request, { options, condition: decision.condition }) };
  }

  /** Only the steps of {@link explain}. */
  reasons(
    principal: IamPrincipal,
    ask: { readonly action: string; readonly resource: string },
    options: AskOptions = NOTHING_KNOWN,
  ): readonly Reason[] {
    const compiled = this.#compiledOf(principal);
    if (!this.#endpoints.isEmpty || !compiled.answers) {
      const condition = this.#endpoints.isEmpty ? null : this.#decision(principal, ask, options).condition;
      const request = this.#request(compiled.principal, ask, { options, tags: compiled.context });
      return this.#reasons(principal, request, { options, condition });
    }
    const side = this.#resources.sideOf(ask.resource);
    return this.#placed(this.#because(principal, ask, options), { side, principal });
  }

  /** Of {@link reasons} the statements of the principal's policies and of the resource's that allow it. */
  allowing(
    principal: IamPrincipal,
    ask: { readonly action: string; readonly resource: string },
    options: AskOptions = NOTHING_KNOWN,
  ): readonly Reason[] {
    if (!this.#endpoints.isEmpty || !this.#compiledOf(principal).answers) return this.reasons(principal, ask, options).filter(isGiving);
    const because = this.#because(principal, ask, options).filter(isGiving);
    return this.#placed(because, { side: this.#resources.sideOf(ask.resource), principal });
  }

  /** Steps of a remembered answer; where requests come through no endpoint. */
  #because(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): readonly Because[] {
    const answer = this.#answer(principal, ask, options);
    if (answer.because) return answer.because;
    const compiled = this.#compiledOf(principal);
    const side = this.#resources.sideOf(ask.resource);
    const request = this.#request(compiled.principal, ask, { options, tags: compiled.context });
    // Of one that is allowed the condition says more than the steps ask for.
    answer.because = explain(this.#layers(principal, { side, options, isBlocked: false }), request, answer.decision.decision);
    return answer.because;
  }

  /**
   * Everybody who can do it, with the condition: principals of the estate, and whoever the policy of the resource names beside them. Sorted:
   * without condition first, then by ARN.
   */
  whoCan(action: string, resource: string, options: AskOptions = NOTHING_KNOWN): readonly Grantee[] {
    const found: Grantee[] = [];
    for (const principal of this.principals) {
      const decision = this.#decision(principal, { action, resource }, options);
      if (decision.decision !== 'allow') continue;
      const { because } = this.explain(principal, { action, resource }, options);
      found.push({ ...decision, because, principal: principal.id, kind: principal.kind, node: principal.node, place: principal.place });
    }
    found.push(...this.whoElseCan(action, resource, options));
    return found.toSorted((a, b) => Number(a.condition !== null) - Number(b.condition !== null) || (a.principal < b.principal ? -1 : 1));
  }

  /** Of {@link whoCan}: only those whom the policy of the resource names beside the principals of the estate, unsorted. */
  whoElseCan(action: string, resource: string, options: AskOptions = NOTHING_KNOWN): readonly Grantee[] {
    const found: Grantee[] = [];
    const side = this.#resources.sideOf(resource);
    for (const { input, kind, text } of granteesNamedBy(side.policies, side.acl, { known: this.#byId, own: this.accounts })) {
      const request = prepareRequest(
        { principal: input, action, resource, resourceAccount: side.account, context: { ...USUAL, ...options.context } },
        { catalogue: this.catalogue, mode: 'discovery' },
      );
      const layers = this.#outsideLayers(side, kind);
      const { decision, conditional } = decideWithCondition(layers, request);
      if (decision !== 'allow') continue;
      const because = this.#placed(explain(layers, request), { side, principal: null });
      found.push({
        decision,
        condition: readable(conditional),
        because: because.filter(({ layer }) => layer !== 'identity'),
        principal: text,
        kind,
        node: null,
        place: side.policies[0]?.place ?? null,
      });
    }
    return found;
  }

  /** The roles of the estate. */
  get roleSet(): CandidateSet {
    this.#roleSet ??= this.candidateSet(this.principals.flatMap(({ kind, id }) => (kind === 'role' ? [id] : [])));
    return this.#roleSet;
  }

  /** A set of resources to be asked about many times. O(n log n). */
  candidateSet(arns: Iterable<string>): CandidateSet {
    return { arns: [...new Set(arns)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
  }

  /**
   * On which of the resources an action is allowed, as runs of the sorted set. One decision for each run in which no policy makes a difference,
   * shared by all principals of a class; one for each resource that has a policy of its own.
   */
  allowedOn(principal: IamPrincipal, action: string, set: CandidateSet, options: AskOptions = NOTHING_KNOWN): readonly AllowedRange[] {
    return this.#allowed.ranges(principal, { action, set, options });
  }

  /** IAM and KMS have rules for single actions; others differ by whether they know a resource. */
  #kindOf(action: string): string {
    const service = action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase();
    if (service === 'iam' || service === 'kms' || service === 'sts') return action.toLowerCase();
    const index = this.catalogue?.indexOf(action);
    return `${service}${index !== undefined && this.catalogue?.isWithoutResource(index) === true ? '!' : ''}`;
  }

  #decision(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): WorldDecision {
    return this.#memory === null ? this.#decided(principal, ask, options) : this.#answer(principal, ask, options).decision;
  }

  /** What another world decided, when everything that decides is the same. */
  #answer(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): RememberedAnswer {
    const { answers } = this.#compiledOf(principal);
    const side = this.#resources.sideOf(ask.resource);
    let written = this.#sideNumbers.get(side);
    if (written === undefined) {
      const rcp = side.account === null ? [] : this.#organization.levelsOf(side.account, 'rcp');
      written = this.#memory?.numberOf(sideKey(side, { rcp, managementAccount: this.#organization.managementAccount })) ?? 0;
      this.#sideNumbers.set(side, written);
    }
    const key = `${written} ${ask.action} ${ask.resource} ${optionsKey(options)}`;
    const known = answers?.get(key) ?? { decision: this.#decided(principal, ask, options), because: null };
    answers?.set(key, known);
    return known;
  }

  #decided(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): WorldDecision {
    const compiled = this.#compiledOf(principal);
    const side = this.#resources.sideOf(ask.resource);
    const request = this.#request(compiled.principal, ask, { options, tags: compiled.context });
    const { decision, conditional } = this.#withDoubtfulBlock(side, (isBlocked) =>
      this.#throughEndpoints(this.#layers(principal, { side, options, isBlocked }), request, options),
    );
    return { decision, condition: readable(conditional) };
  }

  /** Where it only comes through endpoints, what one of them lets through. */
  #throughEndpoints(layers: CompiledLayers, request: PreparedRequest, { context }: AskOptions): ConditionalDecision {
    const open = decideWithCondition(layers, request);
    if (open.decision !== 'allow') return open;
    const endpoints = this.#endpoints.through(context?.['aws:SourceVpce'], open.conditional);
    if (!endpoints) return open;
    const ways = endpoints.map(({ document }) => decideWithCondition({ ...layers, vpce: [compilePolicy(document)] }, request));
    const [first = open] = ways;
    const allowed = ways.filter(({ decision }) => decision === 'allow');
    if (allowed.length === 0) return first;
    const conditional = orOf(...allowed.map((each) => each.conditional ?? true));
    return { decision: 'allow', conditional: typeof conditional === 'boolean' ? null : conditional };
  }

  /** Where nobody knows whether public access is blocked, both answers together. */
  #withDoubtfulBlock(side: ResourceSide, decide: (isBlocked: boolean) => ConditionalDecision): ConditionalDecision {
    const open = decide(false);
    if (open.decision !== 'allow' || side.block === null || !isUndecided(side.block.restrictPublicBuckets)) return open;
    const closed = decide(true);
    if (closed.decision === 'allow') return closed;
    const { detail } = side.block.restrictPublicBuckets.undecided;
    const unknown = { kind: 'unknown-value', element: 'public access block', text: detail } as const;
    const joined = open.conditional === null ? unknown : ({ kind: 'and', of: [open.conditional, unknown] } as const);
    return { decision: 'allow', conditional: orOf(joined) as typeof joined };
  }

  #request(
    principal: Principal,
    { action, resource }: { readonly action: string; readonly resource: string },
    { options, tags }: { options: AskOptions; tags: Readonly<Record<string, string>> },
  ): PreparedRequest {
    return prepareRequest(
      {
        principal: principal.id,
        action,
        resource,
        resourceAccount: this.#resources.sideOf(resource).account ?? (options.takesForOwn === true ? (principal.account ?? null) : null),
        context: { ...USUAL, ...tags, ...options.context },
      },
      { catalogue: this.catalogue, mode: 'discovery' },
      principal,
    );
  }

  #compiledOf(principal: IamPrincipal): Compiled {
    const known = this.#compiled.get(principal.id);
    if (known) return known;
    const levels = this.#organization.levelsOf(principal.account, 'scp');
    const identity = principal.identity.map(({ document }) => compilePolicy(document));
    const boundary = principal.boundary?.map(({ document }) => compilePolicy(document)) ?? null;
    const scp = levels.map((each) => compileLevel(plainLevel(each)));
    const limits = [...scp.flatMap(({ policies }) => policies), ...this.#endpoints.compiled];
    const compiled: Compiled = {
      principal: readPrincipal(principal.id),
      ...{ identity, boundary, scp, all: [...identity, ...(boundary ?? []), ...limits], unbound: [...identity, ...limits] },
      context: Object.fromEntries(Object.entries(principal.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
      answers: this.#memory?.answersOf(subjectKey(principal, { scp: levels, endpoints: this.#endpoints.documents })) ?? null,
    };
    this.#compiled.set(principal.id, compiled);
    return compiled;
  }

  #identitySide(principal: IamPrincipal, { withoutBoundary = false }: AskOptions): readonly CompiledPolicy[] {
    const { all, unbound } = this.#compiledOf(principal);
    return withoutBoundary ? unbound : all;
  }

  #layers(
    principal: IamPrincipal,
    { side, options, isBlocked }: { side: ResourceSide; options: AskOptions; isBlocked: boolean },
  ): CompiledLayers {
    const { identity, boundary, scp } = this.#compiledOf(principal);
    return { ...this.#sideLayers(side, isBlocked), identity, boundary: options.withoutBoundary === true ? null : boundary, scp };
  }

  /** What the policies of another account give its own principals is up to that account. */
  #outsideLayers(side: ResourceSide, kind: Grantee['kind']): CompiledLayers {
    return { ...this.#sideLayers(side, false), identity: kind === 'outside' ? OF_ANOTHER : [], boundary: null, scp: [] };
  }

  #sideLayers(side: ResourceSide, isBlocked: boolean): SideLayers {
    const kept = isBlocked ? undefined : this.#sides.get(side);
    if (kept) return kept;
    const made = this.#makeSide(side, isBlocked);
    if (!isBlocked) this.#sides.set(side, made);
    return made;
  }

  #makeSide(side: ResourceSide, isBlocked: boolean): SideLayers {
    const resource = side.policies.length === 0 ? null : side.policies.map(({ document }) => compilePolicy(document));
    const block = side.block && {
      ignorePublicAcls: side.block.ignorePublicAcls === true,
      restrictPublicBuckets: side.block.restrictPublicBuckets === true || isBlocked,
    };
    const { managementAccount } = this.#organization;
    const settings = compileSettings({ s3BlockPublicAccess: block, acl: side.acl, kmsGrants: side.kmsGrants, managementAccount }, resource);
    return { resource, session: null, rcp: this.#rcpOf(side.account), vpce: null, settings };
  }

  #rcpOf(account: string | null): CompiledLayers['rcp'] {
    if (account === null) return [];
    const known = this.#rcp.get(account);
    if (known) return known;
    const levels = this.#organization.levelsOf(account, 'rcp').map((each) => compileRcpLevel(plainLevel(each)));
    this.#rcp.set(account, levels);
    return levels;
  }

  #reasons(
    principal: IamPrincipal,
    request: PreparedRequest,
    { options, condition }: { readonly options: AskOptions; readonly condition: WorldDecision['condition'] },
  ): readonly Reason[] {
    const side = this.#resources.sideOf(request.resource.text);
    const layers = this.#layers(principal, { side, options, isBlocked: false });
    const needed = this.#endpoints.isEmpty ? null : (condition ?? decideWithCondition(layers, request).conditional);
    const endpoint = this.#endpoints.through(options.context?.['aws:SourceVpce'], needed)?.[0] ?? null;
    const all = endpoint ? { ...layers, vpce: [compilePolicy(endpoint.document)] } : layers;
    return this.#placed(explain(all, request), { side, principal, endpoint });
  }

  #placed(
    because: readonly Because[],
    { side, principal, endpoint = null }: { side: ResourceSide; principal: IamPrincipal | null; endpoint?: HeldPolicy | null },
  ): readonly Reason[] {
    return because.flatMap((each): readonly Reason[] => {
      const held = each.layer === 'vpce' && each.policy !== undefined ? (endpoint ?? undefined) : this.#heldBy(each, side, principal);
      // What every level has is no reason.
      if (each.layer === 'scp' && each.effect === 'allow' && held?.name === 'FullAWSAccess') return [];
      const at = each.statement === undefined ? null : (held?.statements[each.statement] ?? null);
      const reason: Reason = {
        ...each,
        ...(each.conditional && { conditional: readable(each.conditional) ?? each.conditional }),
        policyName: held?.name ?? null,
        place: at ?? held?.place ?? null,
        group: held?.group ?? null,
        unknown: held?.unknown ?? null,
      };
      return [reason];
    });
  }

  #heldBy({ layer, level, policy }: Because, side: ResourceSide, principal: IamPrincipal | null): HeldPolicy | undefined {
    if (policy === undefined) return undefined;
    if (layer === 'resource') return side.policies[policy];
    if (layer === 'rcp') return levelAt(this.#organization.levelsOf(side.account ?? '', 'rcp'), level)?.policies[policy];
    if (!principal) return undefined;
    if (layer === 'identity') return principal.identity[policy];
    if (layer === 'boundary') return principal.boundary?.[policy];
    if (layer === 'scp') return levelAt(this.#organization.levelsOf(principal.account, 'scp'), level)?.policies[policy];
    return undefined;
  }
}

function isGiving({ effect, statement, layer }: Because): boolean {
  return effect === 'allow' && statement !== undefined && (layer === 'identity' || layer === 'resource');
}

function plainLevel({ level, policies }: HeldLevel): { readonly level: string; readonly policies: readonly object[] } {
  return { level, policies: policies.map(({ document }) => document) };
}

function levelAt(levels: readonly HeldLevel[], name: string | undefined): HeldLevel | undefined {
  return levels.find(({ level }) => level === name);
}
