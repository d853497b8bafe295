/** IAM policies → the provider's binding resources, one for each binding. */
import type { Json, LiveContext, LiveThing } from '../../live/index.ts';
import { Missing, itemsAt, memberOf, textOf } from '../../live/index.ts';
import { inTerms, objectsAt } from './words.ts';

/** Of one resource: `{ resource: '//storage.googleapis.com/orders-bucket' }`. */
export const POLICY_SUFFIX = '.getIamPolicy';
/** The record that says: every policy there is was listed. */
export const ALL_POLICIES = { contentType: 'IAM_POLICY' } as const;

/** Types whose grants are judged with the thing itself; those of all others are resources of their own, of which there are then none. */
export const judgedWithGrants: ReadonlySet<string> = new Set([
  ...['google_artifact_registry_repository', 'google_bigquery_table', 'google_cloud_run_service', 'google_cloud_run_v2_job'],
  ...['google_cloudfunctions_function', 'google_cloudfunctions2_function', 'google_compute_image', 'google_dataproc_cluster'],
  ...['google_kms_crypto_key', 'google_kms_key_ring', 'google_pubsub_subscription', 'google_pubsub_topic'],
  ...['google_secret_manager_secret', 'google_secret_manager_regional_secret', 'google_service_account', 'google_storage_bucket'],
]);

/** Grants above single things, which nobody may take for none. */
const inHierarchy: ReadonlySet<string> = new Set(['google_project', 'google_folder', 'google_organization', 'google_billing_account']);

/** Types that the policy of a resource becomes. */
export function grantTypes(type: string): readonly string[] {
  return [`${type}_iam_binding`, `${type}_iam_policy`];
}

export interface Granted {
  readonly type: string;
  /** The attribute by which its bindings name it, and what they write there. */
  readonly attribute: string;
  readonly value: string;
  readonly id: string;
  readonly name: string;
}

/** The policy of a thing as it was collected, null when it has none, Missing when nobody knows. `call`: the listing the thing is from. */
export function policyOf(context: LiveContext, call: string, id: string): Json | Missing {
  const own = context.answer(`${call}${POLICY_SUFFIX}`, { resource: id }, ['NOT_FOUND']);
  if (!(own instanceof Missing)) return own;
  const listed = context.answer(`${call}${POLICY_SUFFIX}`, ALL_POLICIES);
  return listed instanceof Missing ? own : null;
}

/** One thing for each binding; of a policy that nobody knows one whose bindings are not known. */
export function grantsOn(
  granted: Granted,
  { context, call }: { readonly context: LiveContext; readonly call: string },
): readonly LiveThing[] {
  return grantsOf(granted, policyOf(context, call, granted.id));
}

export function grantsOf({ type, attribute, value, id, name }: Granted, policy: Json | Missing): readonly LiveThing[] {
  if (policy instanceof Missing) {
    if (!judgedWithGrants.has(type) && !inHierarchy.has(type)) return [];
    const properties = { [attribute]: value, policy_data: policy };
    return [{ type: `${type}_iam_policy`, id: `${id}#policy`, name: `policy of ${name}`, properties }];
  }
  return objectsAt(policy, 'bindings').map((binding) => {
    const role = textOf(binding, 'role') ?? '';
    const condition = memberOf(binding, 'condition');
    const expression = textOf(binding, 'condition.expression');
    return {
      type: `${type}_iam_binding`,
      id: [id, role, ...(expression === undefined ? [] : [expression])].join('#'),
      name: `${role} on ${name}`,
      properties: { [attribute]: value, role, members: itemsAt(binding, 'members'), condition: inTerms(condition) },
    };
  });
}

/** The audit configuration of a policy. */
export function auditConfigsOf({ type, attribute, value, id, name }: Granted, policy: Json | Missing): readonly LiveThing[] {
  const audit = `${type}_iam_audit_config`;
  if (policy instanceof Missing) {
    const properties = { [attribute]: value, service: policy, audit_log_config: policy };
    return [{ type: audit, id: `${id}#audit`, name: `audit configuration of ${name}`, properties }];
  }
  return objectsAt(policy, 'auditConfigs').map((config) => ({
    type: audit,
    id: `${id}#audit-${textOf(config, 'service') ?? ''}`,
    name: `${textOf(config, 'service') ?? ''} in ${name}`,
    properties: { [attribute]: value, service: textOf(config, 'service'), audit_log_config: inTerms(memberOf(config, 'auditLogConfigs')) },
  }));
}
