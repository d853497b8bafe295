/** What is asked of Azure Resource Manager and Microsoft Graph, as data: the collection, its role and the reading of answers follow from it. */
import type { Json } from '../../live/index.ts';
import { jsonAt } from '../../live/index.ts';

/** A GET of Azure Resource Manager that lists resources of one type, or reads one of them. */
export interface AzureCall {
  /** Type of what it answers: `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  readonly apiVersion: string;
  /** Types of the resources of which it is asked, one call for each; without it the subscription is asked. */
  readonly of?: readonly string[];
  /** What stands behind the id of that. Default: `/providers/TYPE` behind a subscription, the last word of the type behind a resource. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The answer is the resource itself, not a list. */
  readonly single?: true;
  /** Asked of the resource itself, because listings leave something out: the answer takes the place of the listing's. */
  readonly detail?: true;
  /** Only asked when the list of all resources of the subscription names one of the type. */
  readonly whenListed?: true;
  /** Only asked of resources where one of the words stands at the path (true and false are words too). */
  readonly when?: AzureCondition;
  /** Elements that count, the same way; others say nothing. */
  readonly keep?: AzureCondition;
  /** Members of one resource that are not kept as they are. */
  readonly redact?: readonly string[];
  /** Error codes by which the service says that there is no such thing, besides those that always do. */
  readonly absent?: readonly string[];
  /** Action that is needed; default `TYPE/read`. */
  readonly permission?: string;
  /** What it means that an answer leaves a member out, where that is not the default of new resources. */
  readonly unset?: Readonly<Record<string, Json>>;
  /** What an empty list means: the one resource that there is without anybody having set it up. */
  readonly none?: { readonly name: string };
}

export interface AzureCondition {
  readonly path: string;
  readonly is: readonly string[];
}

/** Words are compared whatever their case. A member that is not there is the empty word. */
export function meetsCondition(json: Json, condition: AzureCondition | undefined): boolean {
  if (!condition) return true;
  const found = jsonAt(json, condition.path);
  const word = typeof found === 'string' || typeof found === 'boolean' ? String(found).toLowerCase() : '';
  return condition.is.some((each) => each.toLowerCase() === word);
}

/** Where its records lie: `Microsoft.Storage`, `storageAccounts.blobServices`. */
export function azurePlaceOf({ type, detail }: Pick<AzureCall, 'type' | 'detail'>): {
  readonly service: string;
  readonly operation: string;
} {
  const cut = type.indexOf('/');
  return { service: type.slice(0, cut), operation: `${type.slice(cut + 1).replaceAll('/', '.')}${detail ? '.detail' : ''}` };
}

/** Path of the call about something: `/subscriptions/…`, or the id of a resource. */
export function azurePathOf({ type, of, path, detail }: AzureCall, about: string): string {
  if (detail) return about;
  return `${about}${path ?? (of ? `/${type.slice(type.lastIndexOf('/') + 1)}` : `/providers/${type}`)}`;
}

/** As it is recorded. `page`: from the second one on. */
export function azureRequestOf(call: AzureCall, about: string, page = 1): { readonly [key: string]: Json } {
  return { path: azurePathOf(call, about), 'api-version': call.apiVersion, ...call.query, ...(page > 1 && { page }) };
}

export function azurePermissionOf({ type, permission }: AzureCall): string {
  return permission ?? `${type}/read`;
}

/** Codes with which every service says that there is no such thing, or that nobody has ever used the service here. */
const ABSENT = new Set([
  ...['NotFound', 'ResourceNotFound', 'ParentResourceNotFound', 'ResourceGroupNotFound', 'ManagementPolicyNotFound', '404'],
  ...['NoRegisteredProviderFound', 'MissingSubscriptionRegistration', 'SubscriptionNotRegistered', 'InvalidResourceNamespace'],
  ...['FeatureNotSupportedForAccount', 'FeatureNotSupported', 'FeatureNotSupportedForTheAccount', 'OperationNotSupportedOnSystemDatabase'],
  ...['Request_ResourceNotFound'],
]);

export function isAbsentInAzure(call: { readonly absent?: readonly string[] }, code: string): boolean {
  return ABSENT.has(code) || (call.absent ?? []).includes(code);
}
