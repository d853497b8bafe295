/** What decides outside of policies, made ready: S3 Block Public Access, ACLs, KMS grants, the management account. */
import { grantsEveryone } from '@kumomori/model';
import type { PolicyPrincipal, PolicyStatement } from '@kumomori/model';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import type { AccessSettings, AclGrant, KmsGrant } from './types.ts';

export interface CompiledSettings {
  readonly ignorePublicAcls: boolean;
  /** Block Public Access is on, and the bucket's policy is public: only its own account and services of AWS get in. */
  readonly isRestrictedBucket: boolean;
  readonly acl: readonly AclGrant[];
  readonly kmsGrants: readonly KmsGrant[];
  readonly managementAccount: string | null;
}

export function compileSettings(settings: AccessSettings, resource: readonly CompiledPolicy[] | null): CompiledSettings {
  const block = settings.s3BlockPublicAccess ?? false;
  const switches = typeof block === 'boolean' ? { ignorePublicAcls: block, restrictPublicBuckets: block } : block;
  return {
    ignorePublicAcls: switches.ignorePublicAcls === true,
    isRestrictedBucket: switches.restrictPublicBuckets === true && (resource ?? []).some(isPublicPolicy),
    acl: settings.acl ?? [],
    kmsGrants: settings.kmsGrants ?? [],
    managementAccount: settings.managementAccount ?? null,
  };
}

/** In S3's own sense. Source: Amazon S3 User Guide, "The meaning of public". */
export function isPublicPolicy({ statements }: CompiledPolicy): boolean {
  return statements.some((statement) => !statement.refused && grantsEveryone(plainStatement(statement)));
}

function plainStatement(statement: CompiledStatement): PolicyStatement {
  const { principals, resources, actions, notAction } = statement;
  const entries = (principals?.entries ?? []).map(openToAll);
  return {
    sid: statement.sid ?? undefined,
    effect: statement.effect,
    principals: principals?.not === true ? [] : entries,
    notPrincipals: principals?.not === true ? entries : [],
    actions: notAction ? [] : actions.texts,
    notActions: notAction ? actions.texts : [],
    resources: resources?.not === true ? [] : (resources?.texts ?? []),
    notResources: resources?.not === true ? resources.texts : [],
    conditions: statement.conditions.filter(isFixed).map(({ operator, key, values }) => ({ operator, key, values })),
  };
}

/** Whoever has an account at the provider is everybody: the guide's first example of a public policy names one. */
function openToAll(principal: PolicyPrincipal): PolicyPrincipal {
  return principal.type === 'Federated' ? { type: 'AWS', value: '*' } : principal;
}

/** "Fixed values (values that don't contain a wildcard or a policy variable)"; the names of access points may be left open. */
function isFixed({ key, values }: CompiledStatement['conditions'][number]): boolean {
  return key.toLowerCase() === 's3:dataaccesspointarn' || !values.some((value) => /[*?]|\$\{/.test(value));
}
