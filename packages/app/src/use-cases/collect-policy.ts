/** The least permissions that a collection needs, ready to be given. */
import { CollectError, azureRole, chosenServices, clusterRole, gcpRole, printPolicy } from '@kumomori/collectors';
import type { CloudProvider } from '@kumomori/model';
import { AppError } from '../errors.ts';

/** Name of the role in AWS unless the user says otherwise. */
const ROLE_NAME = 'KumomoriReadOnly';
/** Stands where the user has to write an id. */
const SUBSCRIPTION = '/subscriptions/SUBSCRIPTION_ID';

export interface CollectPolicyOptions {
  readonly provider: CloudProvider;
  /** A cluster takes `yaml`. */
  readonly format: 'json' | 'terraform' | 'cloudformation' | 'yaml';
  readonly services?: readonly string[];
  readonly roleName?: string;
  readonly externalId?: string;
  readonly subscriptions?: readonly string[];
}

/** A policy or role as text. Throws AppError `usage` for services that are not known. */
export function collectPolicyText(options: CollectPolicyOptions): string {
  const { provider, format, services, roleName = ROLE_NAME, externalId = null, subscriptions = [] } = options;
  if (provider === 'kubernetes') return clusterRole();
  if (provider === 'gcp') return gcpRole();
  if (provider === 'azure') {
    const scopes = subscriptions.length > 0 ? subscriptions.map((id) => `/subscriptions/${id}`) : [SUBSCRIPTION];
    return azureRole({ scopes });
  }
  try {
    return printPolicy(format === 'yaml' ? 'json' : format, {
      services: chosenServices(services),
      roleName,
      trustedAccount: null,
      externalId,
    });
  } catch (error) {
    if (error instanceof CollectError) throw new AppError('usage', { message: error.message, cause: error });
    throw error;
  }
}
