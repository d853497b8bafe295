/**
 * Policies of Google Cloud as the APIs have them, and requests. Sources: IAM documentation, "Allow policies", "Deny policies", "Principal access
 * boundary policies", "Principal identifiers", read 2026-11-22.
 */

export interface IamBinding {
  readonly role: string;
  /** `user:…`, `group:…`, `serviceAccount:…`, `domain:…`, `allUsers`, `principal://…`, `projectEditor:…` … */
  readonly members: readonly string[];
  /** CEL; null: always. */
  readonly condition?: { readonly title?: string; readonly expression: string } | null;
}

export interface AllowPolicy {
  /** Full resource name it is attached to: `//cloudresourcemanager.googleapis.com/projects/orders`. */
  readonly resource: string;
  readonly bindings: readonly IamBinding[];
}

export interface DenyRule {
  /** `principalSet://goog/public:all`, `principal://goog/subject/alice@example.com`, `principalSet://goog/group/…` … */
  readonly deniedPrincipals: readonly string[];
  readonly exceptionPrincipals?: readonly string[];
  /** `storage.googleapis.com/objects.get`, `*` only as `service.googleapis.com/*` or `service.googleapis.com/resource.*`. */
  readonly deniedPermissions: readonly string[];
  readonly exceptionPermissions?: readonly string[];
  readonly denialCondition?: { readonly expression: string } | null;
}

export interface DenyPolicy {
  /** Project, folder or organization it is attached to, by full resource name. */
  readonly attachedTo: string;
  readonly name: string;
  readonly rules: readonly DenyRule[];
}

/** Bound to a principal set: its principals may only use the resources in it. */
export interface PrincipalAccessBoundary {
  readonly name: string;
  /** Principal sets it is bound to: `//iam.googleapis.com/projects/…` as `principalSet://…`, or single members. */
  readonly principals: readonly string[];
  /** CEL of the binding; null: always. */
  readonly condition?: { readonly expression: string } | null;
  /** Full names of projects, folders, organizations; all below them too. */
  readonly resources: readonly string[];
  /** Permissions that the enforcement version blocks, with `*`; default all. */
  readonly enforced?: readonly string[];
}

/** Permissions of a role; undefined: nobody told us. */
export type RolePermissions = (role: string) => { readonly includes: (permission: string) => boolean } | undefined;

export interface GcpPolicies {
  readonly allow: readonly AllowPolicy[];
  readonly deny: readonly DenyPolicy[];
  readonly boundaries: readonly PrincipalAccessBoundary[];
}

export interface GcpRequest {
  /** `user:alice@example.com`, `serviceAccount:app@orders.iam.gserviceaccount.com`, `principal://…`; null: not signed in. */
  readonly principal: string | null;
  /** Groups (`group:…`) and sets (`principalSet://…`) it belongs to; null: not known. */
  readonly memberOf: readonly string[] | null;
  /** `storage.objects.get` */
  readonly permission: string;
  /** Full resource name. */
  readonly resource: string;
  /** Full names of what the resource lies in, nearest first. */
  readonly ancestors: readonly string[];
  /** Attributes for conditions: `request.time` (ISO-8601), `resource.name`, `resource.type`, `resource.service`; others are unknown. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Tags of the resource, inherited ones included: `123/env` → `prod`. Null: not known. */
  readonly tags?: Readonly<Record<string, string>> | null;
}
