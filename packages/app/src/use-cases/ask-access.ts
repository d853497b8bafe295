/** `iam who-can` and `iam can`: questions to the identities of an estate. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  AccessCondition,
  AccessSummary,
  ActionCatalogue,
  CloudGrantee,
  CloudName,
  Grantee,
  IamPrincipal,
  ManagedPolicies,
  Reason,
  ServiceAccess,
} from '@kumomori/engine';
import {
  hangsOnUnknownPolicy,
  IamWorld,
  joinManagedPolicies,
  printCondition,
  readManagedPolicies,
  summarizeAccess,
} from '@kumomori/engine';
import type { Diagnostic, Range } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { actionCatalogue } from './action-catalogue.ts';
import { cloudOfAction, cloudPrincipals, whatCanInCloud, whoCanInCloud } from './ask-cloud-access.ts';
import { managedPolicies } from './managed-policies.ts';
import type { EstateRead, ReadEstateOptions } from './read-estate.ts';
import { readEstateOf } from './read-estate.ts';

export interface AskAccessOptions extends ReadEstateOptions {
  /** File of the user's own refresh of AWS's managed policies. */
  readonly managedPolicies?: string | null;
}

/** The condition in one line, and as an expression. */
interface ToldCondition {
  readonly condition: string | null;
  readonly conditional: AccessCondition | null;
}

interface ToldPlace {
  readonly file: string | null;
  readonly line: number | null;
}

/** One step of an explanation. `policy`: its name. */
export interface ToldReason extends ToldPlace {
  readonly layer: Reason['layer'];
  readonly effect: Reason['effect'];
  readonly reason: Reason['reason'];
  readonly level?: string;
  readonly policy: string | null;
  readonly statement?: number;
  readonly sid?: string;
  readonly group: string | null;
  readonly condition: string | null;
}

export interface ToldGrantee extends ToldPlace, ToldCondition {
  readonly principal: string;
  readonly kind: Grantee['kind'] | CloudGrantee['kind'];
  readonly node: string | null;
  readonly because: readonly ToldReason[];
  /** Of other clouds than AWS: the roles that give it. */
  readonly grants?: readonly ToldGrant[];
}

/** A role that somebody was given, in a cloud other than AWS. */
export interface ToldGrant extends ToldPlace {
  readonly effect: 'allow' | 'deny' | 'none';
  readonly layer: string;
  readonly by: string;
  readonly role: string | null;
  readonly condition: string | null;
}

export interface WhoCanResult {
  readonly schemaVersion: '1';
  readonly action: string;
  readonly resource: string;
  readonly grantees: readonly ToldGrantee[];
  /** Those of whom only unknown policies could allow it. */
  readonly undecided: readonly Pick<ToldGrantee, 'principal' | 'node' | 'condition'>[];
  /** Nothing is known of service control policies. */
  readonly isScpUnknown: boolean;
  /** Of the bundled policies of AWS. */
  readonly managedPoliciesDate: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ToldPolicy extends ToldPlace {
  readonly name: string;
  readonly arn: string | null;
  readonly group: string | null;
  readonly isUnknown: boolean;
}

export interface CanResult extends ToldPlace {
  readonly schemaVersion: '1';
  readonly principal: string;
  readonly node: string;
  /** Not set: AWS. */
  readonly cloud?: CloudName;
  readonly administrator: 'yes' | 'no' | 'if';
  readonly administratorIf: string | null;
  readonly policies: readonly ToldPolicy[];
  readonly boundary: readonly ToldPolicy[] | null;
  readonly services: readonly (Omit<ServiceAccess, 'conditions'> & { readonly conditions: readonly string[] })[];
  readonly escalation: readonly ({ readonly action: string; readonly resources: readonly string[] } & ToldCondition)[];
  readonly assumes: readonly ({ readonly role: string } & ToldCondition)[];
  /** Of a role: who can become it. */
  readonly becomes: readonly ({ readonly principal: string } & ToldCondition)[];
  readonly unknowns: readonly string[];
  readonly unknownActions: readonly string[];
  readonly isScpUnknown: boolean;
  readonly managedPoliciesDate: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws AppErrors for what the user has to correct. */
export async function whoCan(options: AskAccessOptions & { readonly action: string; readonly resource: string }): Promise<WhoCanResult> {
  const { world, read, managed } = await openWorld(options);
  const { action, resource } = options;
  const cloud = cloudOfAction(read.estate, action);
  if (cloud) return whoCanInCloud(cloud, read, { action, resource });
  const found = world.whoCan(action, resource);
  const open = found.filter(({ condition }) => hangsOnUnknownPolicy(condition));
  return {
    schemaVersion: '1',
    action,
    resource,
    grantees: found.filter((each) => !open.includes(each)).map((each) => granteeOf(each, read)),
    undecided: open.map(({ principal, node, condition }) => ({ principal, node, condition: condition && printCondition(condition) })),
    isScpUnknown: isScpUnknown(world),
    managedPoliciesDate: managed.date,
    diagnostics: read.diagnostics,
  };
}

/** Throws AppErrors for what the user has to correct. */
export async function whatCan(options: AskAccessOptions & { readonly principal: string }): Promise<CanResult> {
  const { world, read, managed, catalogue, messages } = await openWorld(options);
  const [elsewhere, another] = world.find(options.principal).length === 0 ? cloudPrincipals(read.estate, options.principal) : [];
  if (elsewhere && !another) return whatCanInCloud(...elsewhere, read);
  if (!catalogue) throw new AppError('usage', { message: messages.iamAccess.noCatalogue });
  const principal = principalOf(world, options.principal, messages);
  const summary = summarizeAccess(world, principal, catalogue);
  const { administrator } = summary;
  const isAdministrator = administrator.decision === 'allow';
  return {
    schemaVersion: '1',
    principal: principal.id,
    node: principal.node,
    ...placeOf(principal.place, read),
    administrator: !isAdministrator ? 'no' : administrator.condition === null ? 'yes' : 'if',
    administratorIf: isAdministrator && administrator.condition ? printCondition(administrator.condition) : null,
    policies: principal.identity.map((each) => policyOf(each, read)),
    boundary: principal.boundary?.map((each) => policyOf(each, read)) ?? null,
    ...toldSummary(summary),
    becomes: principal.kind === 'role' ? becomesOf(world, principal) : [],
    unknowns: principal.unknowns,
    isScpUnknown: isScpUnknown(world),
    managedPoliciesDate: managed.date,
    diagnostics: read.diagnostics,
  };
}

interface OpenWorld {
  readonly world: IamWorld;
  readonly read: EstateRead;
  readonly managed: ManagedPolicies;
  readonly catalogue: ActionCatalogue | null;
  readonly messages: Messages;
}

async function openWorld(options: AskAccessOptions): Promise<OpenWorld> {
  const messages = messagesIn(options.language);
  const [catalogue, bundled, read] = await Promise.all([actionCatalogue(), managedPolicies(), readEstateOf(options)]);
  const own = options.managedPolicies ?? null;
  const managed = own === null ? bundled : joinManagedPolicies(bundled, refreshOf(own, options, messages));
  return { world: new IamWorld(read.estate, { catalogue, managed }), read, managed, catalogue, messages };
}

function refreshOf(file: string, { cwd }: AskAccessOptions, messages: Messages): ManagedPolicies {
  const bad = (cause?: unknown): AppError => new AppError('usage', { message: messages.iamAccess.badManagedPolicies(file), cause });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw bad(error);
  }
  const managed = readManagedPolicies(json);
  if (managed.documents.size === 0) throw bad();
  return managed;
}

function principalOf(world: IamWorld, text: string, messages: Messages): IamPrincipal {
  const [found, another] = world.find(text);
  if (!found) throw new AppError('unknown-id', { message: messages.iamAccess.can.unknownPrincipal(text) });
  if (another) {
    const all = world.find(text);
    const details = all.slice(0, 10).map(({ id }) => id);
    throw new AppError('usage', { message: messages.iamAccess.can.several(text, all.length), details });
  }
  return found;
}

function isScpUnknown(world: IamWorld): boolean {
  const levels = [...world.accounts].map((account) => world.scpLevelsOf(account));
  return (
    levels.every((each) => each.length === 0) ||
    levels.some((each) => each.some(({ policies }) => policies.some(({ unknown }) => unknown !== null)))
  );
}

function toldSummary({
  services,
  escalation,
  assumes,
  unknownActions,
}: AccessSummary): Pick<CanResult, 'services' | 'escalation' | 'assumes' | 'unknownActions'> {
  return {
    services: services.map((each) => ({ ...each, conditions: each.conditions.map(printCondition) })),
    escalation: escalation.map(({ action, resources, condition }) => ({ action, resources, ...conditionOf(condition) })),
    assumes: assumes
      .filter(({ condition }) => !hangsOnUnknownPolicy(condition))
      .map(({ role, condition }) => ({ role, ...conditionOf(condition) })),
    unknownActions,
  };
}

const BECOMING = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'] as const;

function becomesOf(world: IamWorld, role: IamPrincipal): CanResult['becomes'] {
  const found = new Map<string, ToldCondition>();
  for (const action of BECOMING) {
    for (const { principal, condition } of world.whoCan(action, role.id)) {
      if (principal !== role.id && !hangsOnUnknownPolicy(condition) && !found.has(principal)) found.set(principal, conditionOf(condition));
    }
  }
  return [...found].map(([principal, condition]) => ({ principal, ...condition }));
}

function granteeOf({ principal, kind, node, condition, place, because }: Grantee, read: EstateRead): ToldGrantee {
  return {
    principal,
    kind,
    node,
    ...conditionOf(condition),
    ...placeOf(place, read),
    because: because.map((each) => reasonOf(each, read)),
  };
}

function reasonOf(reason: Reason, read: EstateRead): ToldReason {
  const { layer, effect, level, policyName, statement, sid, group, conditional, place } = reason;
  return {
    layer,
    effect,
    reason: reason.reason,
    ...(level !== undefined && { level }),
    policy: policyName,
    ...(statement !== undefined && { statement }),
    ...(sid !== undefined && { sid }),
    group,
    condition: conditional ? printCondition(conditional) : null,
    ...placeOf(place, read),
  };
}

function conditionOf(conditional: AccessCondition | null): ToldCondition {
  return { condition: conditional && printCondition(conditional), conditional };
}

function policyOf({ name, arn, group, unknown, place }: IamPrincipal['identity'][number], read: EstateRead): ToldPolicy {
  return { name, arn, group, isUnknown: unknown !== null, ...placeOf(place, read) };
}

function placeOf(place: Range | null, { shown }: EstateRead): ToldPlace {
  return place === null ? { file: null, line: null } : shown(place);
}
