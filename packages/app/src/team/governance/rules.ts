/** Who owns what, in which environment it stands, until when something has to happen: the settings as one set of rules. */
import type { DueExposure, DuePolicy, OwnedResource, OwnershipRules } from '@kumomori/engine';
import { codeOwnersDialect, dueDate, environmentOf, ownerOf, parseCodeOwners, systemOf } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import type { StoreTransaction } from '../../store/index.ts';
import type { OwnershipSetting } from '../settings/index.ts';
import { settingIn } from '../settings/index.ts';
import { departmentsIn } from './departments.ts';

export interface PlacementRules {
  readonly ownership: OwnershipRules;
  readonly accountUnits: OwnershipSetting['accountUnits'];
  readonly due: DuePolicy;
  /** By the id of the business system. */
  readonly systemEnvironments: ReadonlyMap<string, string>;
}

/** Read once for many resources. `draft` stands for what is set now: a preview. */
export async function placementRules(tx: StoreTransaction, draft: OwnershipSetting | null = null): Promise<PlacementRules> {
  const { repositories, accountUnits, ...ownership } = draft ?? (await settingIn(tx, 'ownership'));
  const { departments, systems } = await departmentsIn(tx);
  const rows = await tx.selectFrom('systems').select(['id', 'environment']).execute();
  return {
    ownership: {
      ...ownership,
      ...{ departments, systems, environments: await settingIn(tx, 'environments') },
      repositories: repositories.map(({ codeOwners, ...rest }) => ({
        ...rest,
        codeOwners: codeOwners && parseCodeOwners(codeOwners.text, codeOwnersDialect(codeOwners.path, codeOwners.text)),
      })),
    },
    accountUnits,
    due: { calendar: await settingIn(tx, 'calendar'), rules: (await settingIn(tx, 'due')).rules },
    systemEnvironments: new Map(rows.flatMap(({ id, environment }) => (environment === null ? [] : [[id, environment] as const]))),
  };
}

/** A resource as scans tell of it. */
export type PlacedResource = Omit<OwnedResource, 'units'>;

export interface Owner {
  readonly departmentId: string | null;
  /** `{ kind, rule, matched, owners, unresolved }`; kind: the step of the rule, `source`, or `manual`. */
  readonly ownerReason: unknown;
  readonly environment: string | null;
}

/** Tag → account → unit → CODEOWNERS → repository → system; then the department of the source, then the default. */
export function placeResource(rules: PlacementRules, resource: PlacedResource, sourceDepartment: string | null): Owner {
  const units = resource.account === null ? [] : (rules.accountUnits[resource.account] ?? []);
  const owned: OwnedResource = { ...resource, units };
  const { department, because, owners, unresolved } = ownerOf(owned, rules.ownership);
  const more = { ...(owners.length > 0 ? { owners } : {}), ...(unresolved.length > 0 ? { unresolved } : {}) };
  const environment = environmentIn(rules, owned);
  if (sourceDepartment !== null && (because === null || because.step === 'default'))
    return { departmentId: sourceDepartment, ownerReason: { kind: 'source', ...more }, environment };
  if (because === null) return { departmentId: null, ownerReason: unresolved.length > 0 ? { kind: 'nobody', ...more } : null, environment };
  return {
    departmentId: department,
    ownerReason: { kind: because.step, rule: because.rule, matched: because.matched, ...more },
    environment,
  };
}

/** Null: not known. */
function environmentIn(rules: PlacementRules, resource: OwnedResource): string | null {
  const { environment } = environmentOf(resource, rules.ownership.environments);
  if (environment !== 'unknown') return environment;
  const system = systemOf(resource, rules.ownership.systems);
  return (system && rules.systemEnvironments.get(system.id)) ?? null;
}

export interface DueAsked {
  readonly severity: Severity;
  /** Of the finding's first instance; undefined: it is not about openness. */
  readonly exposure: string | undefined;
  readonly environment: string | null;
  /** First seen, or when it came back. */
  readonly from: string;
}

/** Null: there is no date. */
export function dueAt({ due }: Pick<PlacementRules, 'due'>, { severity, exposure, environment, from }: DueAsked): string | null {
  const asked = { severity, exposure: exposureOf(exposure), environment: knownEnvironment(environment), from };
  return dueDate(asked, due)?.at ?? null;
}

export function exposureOf(state: string | undefined): DueExposure {
  return state === 'reachable' || state === 'not-reachable' || state === 'unknown' ? state : 'none';
}

export function knownEnvironment(text: string | null): 'production' | 'staging' | 'development' | 'sandbox' | 'unknown' {
  return text === 'production' || text === 'staging' || text === 'development' || text === 'sandbox' ? text : 'unknown';
}
