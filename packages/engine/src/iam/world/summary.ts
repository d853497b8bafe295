/** What a principal can do, summarized by service and access level. */
import type { AccessCondition, AccessLevel, ActionCatalogue, CompiledStatement } from '../aws/index.ts';
import { actionSet, actionsIn, compilePolicy } from '../aws/index.ts';
import type { IamPrincipal, WorldDecision } from './types.ts';
import type { IamWorld } from './world.ts';

export interface LevelAccess {
  readonly level: AccessLevel;
  /** Actions that are allowed on something: without condition, and only under one. */
  readonly always: number;
  readonly conditional: number;
  /** Actions the service has of this level. */
  readonly total: number;
  /** The first few, as AWS writes them. */
  readonly examples: readonly string[];
}

export interface ServiceAccess {
  readonly service: string;
  readonly levels: readonly LevelAccess[];
  /** Patterns it is allowed on, `*` first. */
  readonly resources: readonly string[];
  readonly conditions: readonly AccessCondition[];
}

export interface RiskyAction {
  readonly action: string;
  readonly resources: readonly string[];
  readonly condition: AccessCondition | null;
}

export interface AccessSummary {
  readonly principal: IamPrincipal;
  /** `allow`: everything in its account. */
  readonly administrator: WorldDecision;
  readonly services: readonly ServiceAccess[];
  /** Actions by which the holder of a principal raises its own rights or takes over others. */
  readonly escalation: readonly RiskyAction[];
  /** Roles it can become. */
  readonly assumes: readonly { readonly role: string; readonly condition: AccessCondition | null }[];
  /** Actions that the policies name and AWS's catalogue does not know. */
  readonly unknownActions: readonly string[];
}

const MAX_EXAMPLES = 6;
const MAX_RESOURCES = 50;
const MAX_CONDITIONS = 8;
const LEVELS: readonly AccessLevel[] = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];

/** One of each way to rule an account. All of them allowed on everything is administration, whatever the policies are called. */
const ADMINISTRATION = [
  'iam:CreateUser',
  'iam:AttachUserPolicy',
  'iam:PutRolePolicy',
  'iam:PassRole',
  'iam:UpdateAssumeRolePolicy',
  's3:DeleteBucket',
  'ec2:TerminateInstances',
  'lambda:UpdateFunctionCode',
  'rds:DeleteDBInstance',
  'kms:ScheduleKeyDeletion',
] as const;

/** After the lists of pathfinding.cloud (see NOTICE): what most of the known ways begin with. */
const ESCALATION: ReadonlySet<string> = new Set(
  [
    ...['iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'],
    ...['iam:CreateLoginProfile', 'iam:CreatePolicyVersion', 'iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
    ...['iam:PassRole', 'iam:PutGroupPolicy', 'iam:PutRolePolicy', 'iam:PutUserPolicy', 'iam:SetDefaultPolicyVersion'],
    ...['iam:UpdateAssumeRolePolicy', 'iam:UpdateLoginProfile', 'iam:ResyncMFADevice', 'iam:DeactivateMFADevice'],
    ...['sts:AssumeRole', 'lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration', 'ssm:SendCommand', 'ssm:StartSession'],
    ...['ec2-instance-connect:SendSSHPublicKey', 'codebuild:StartBuild', 'codebuild:UpdateProject', 'glue:UpdateJob'],
    ...['cloudformation:UpdateStack', 'ecs:ExecuteCommand', 'sagemaker:CreatePresignedNotebookInstanceUrl', 'ec2:ModifyInstanceAttribute'],
    ...['sso:CreateAccountAssignment', 'sso:PutInlinePolicyToPermissionSet', 'sso:AttachManagedPolicyToPermissionSet'],
  ].map((action) => action.toLowerCase()),
);

/** About a tenth of a second for an administrator: every action of AWS is decided. */
export function summarizeAccess(world: IamWorld, principal: IamPrincipal, catalogue: ActionCatalogue): AccessSummary {
  const { granted, unknownActions } = grantedActions(principal, catalogue);
  const services = new Map<string, ServiceBuilder>();
  const escalation: RiskyAction[] = [];
  for (const [index, patterns] of granted) {
    const info = catalogue.info(index);
    const allowed = allowedPatterns(world, principal, { action: info.action, patterns });
    if (allowed.length === 0) continue;
    const condition = allowed.find((each) => each.condition === null) ? null : (allowed[0]?.condition ?? null);
    const builder = services.get(info.service) ?? new ServiceBuilder(info.service);
    services.set(info.service, builder);
    builder.add({ action: info.action, level: info.accessLevel, allowed });
    if (ESCALATION.has(info.action.toLowerCase()))
      escalation.push({ action: info.action, resources: allowed.map(({ pattern }) => pattern).slice(0, MAX_RESOURCES), condition });
  }
  const totals = totalsOf(catalogue);
  return {
    principal,
    administrator: administration(world, principal),
    services: [...services.values()].map((each) => each.build(totals)).toSorted((a, b) => (a.service < b.service ? -1 : 1)),
    escalation: escalation.toSorted((a, b) => (a.action < b.action ? -1 : 1)),
    assumes: assumedBy(world, principal),
    unknownActions,
  };
}

interface AllowedPattern {
  readonly pattern: string;
  readonly condition: AccessCondition | null;
}

/** Patterns of the statements that are about an action, by the action's number. */
function grantedActions(
  principal: IamPrincipal,
  catalogue: ActionCatalogue,
): { readonly granted: ReadonlyMap<number, ReadonlySet<string>>; readonly unknownActions: readonly string[] } {
  const granted = new Map<number, Set<string>>();
  const unknown = new Set<string>();
  for (const { document, unknown: isUnknown } of principal.identity) {
    if (isUnknown !== null) continue;
    for (const statement of compilePolicy(document).statements) {
      if (statement.effect !== 'Allow' || statement.refused) continue;
      const patterns = patternsOf(statement);
      for (const index of actionsIn(actionSet(statement.actions.texts, catalogue, { not: statement.notAction }))) {
        granted.set(index, new Set([...(granted.get(index) ?? []), ...patterns]));
      }
      for (const text of statement.actions.texts) if (!/[*?]/.test(text) && catalogue.indexOf(text) === undefined) unknown.add(text);
    }
  }
  return { granted, unknownActions: [...unknown] };
}

function patternsOf({ resources }: CompiledStatement): readonly string[] {
  return resources === null || resources.not ? ['*'] : resources.texts.slice(0, MAX_RESOURCES);
}

/** A pattern asked as if it were a resource: its wildcards then stand for themselves, so that only what covers all of it counts. */
function allowedPatterns(
  world: IamWorld,
  principal: IamPrincipal,
  { action, patterns }: { action: string; patterns: ReadonlySet<string> },
): readonly AllowedPattern[] {
  const all = patterns.has('*') ? ['*', ...[...patterns].filter((each) => each !== '*')] : [...patterns];
  const found: AllowedPattern[] = [];
  for (const pattern of all) {
    const { decision, condition } = world.decide(principal, { action, resource: pattern }, { takesForOwn: true });
    if (decision !== 'allow') continue;
    found.push({ pattern, condition });
    if (pattern === '*' && condition === null) break;
  }
  return found;
}

class ServiceBuilder {
  readonly #service: string;
  readonly #levels = new Map<AccessLevel, { always: number; conditional: number; examples: string[] }>();
  readonly #resources = new Set<string>();
  readonly #conditions = new Map<string, AccessCondition>();

  constructor(service: string) {
    this.#service = service;
  }

  add({ action, level, allowed }: { action: string; level: AccessLevel; allowed: readonly AllowedPattern[] }): void {
    const known = this.#levels.get(level) ?? { always: 0, conditional: 0, examples: [] };
    if (allowed.some(({ condition }) => condition === null)) known.always += 1;
    else known.conditional += 1;
    if (known.examples.length < MAX_EXAMPLES) known.examples.push(action);
    this.#levels.set(level, known);
    for (const { pattern, condition } of allowed) {
      this.#resources.add(pattern);
      if (condition !== null && this.#conditions.size < MAX_CONDITIONS) this.#conditions.set(JSON.stringify(condition), condition);
    }
  }

  build(totals: ReadonlyMap<string, number>): ServiceAccess {
    const levels = LEVELS.flatMap((level): readonly LevelAccess[] => {
      const found = this.#levels.get(level);
      return found ? [{ level, ...found, total: totals.get(`${this.#service} ${level}`) ?? found.always + found.conditional }] : [];
    });
    const resources = [...this.#resources].toSorted((a, b) => Number(b === '*') - Number(a === '*') || (a < b ? -1 : 1));
    return { service: this.#service, levels, resources: resources.slice(0, MAX_RESOURCES), conditions: [...this.#conditions.values()] };
  }
}

const totalsByCatalogue = new WeakMap<ActionCatalogue, ReadonlyMap<string, number>>();

function totalsOf(catalogue: ActionCatalogue): ReadonlyMap<string, number> {
  const known = totalsByCatalogue.get(catalogue);
  if (known) return known;
  const totals = new Map<string, number>();
  for (let index = 0; index < catalogue.size; index++) {
    const { service, accessLevel } = catalogue.info(index);
    const key = `${service} ${accessLevel}`;
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  totalsByCatalogue.set(catalogue, totals);
  return totals;
}

/** The answer about the one of {@link ADMINISTRATION} that is allowed least. */
export function administration(world: IamWorld, principal: IamPrincipal): WorldDecision {
  let conditional: WorldDecision | null = null;
  for (const action of ADMINISTRATION) {
    const answer = world.decide(principal, { action, resource: '*' });
    if (answer.decision !== 'allow') return answer;
    if (answer.condition !== null) conditional ??= answer;
  }
  return conditional ?? { decision: 'allow', condition: null };
}

function assumedBy(world: IamWorld, principal: IamPrincipal): AccessSummary['assumes'] {
  const set = world.roleSet;
  return world
    .allowedOn(principal, 'sts:AssumeRole', set)
    .flatMap(({ from, to, condition }) => set.arns.slice(from, to).flatMap((role) => (role === principal.id ? [] : [{ role, condition }])));
}
