/**
 * Identities and permissions of Kubernetes, Google Cloud and Azure. Sources: Kubernetes API reference, hashicorp/google, azurerm and azuread
 * documentation, Azure template reference, Microsoft Graph reference, read 2026-11-22. Unknown parts of texts are the character HOLE; a list
 * with a text that is HOLE alone may have more than is known.
 */
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

export interface KubernetesRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

export interface KubernetesSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly { readonly key: string; readonly operator: string; readonly values: readonly string[] }[];
}

export interface KubernetesRole extends EntityBase {
  readonly kind: 'kubernetes.role';
  readonly roleKind: 'Role' | 'ClusterRole';
  readonly name: string;
  /** Null of cluster roles. */
  readonly namespace: string | null;
  readonly rules: readonly KubernetesRule[];
  readonly aggregates: readonly KubernetesSelector[] | null;
}

export interface KubernetesBinding extends EntityBase {
  readonly kind: 'kubernetes.binding';
  readonly bindingKind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly name: string;
  readonly namespace: string | null;
  readonly role: { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };
  readonly subjects: readonly {
    readonly kind: 'User' | 'Group' | 'ServiceAccount';
    readonly name: string;
    readonly namespace: string | null;
  }[];
}

/** Its labels are its tags. */
export interface KubernetesNamespace extends EntityBase {
  readonly kind: 'kubernetes.namespace';
  readonly name: string;
}

/** A role given to members on a resource, a project, a folder or the organization. */
export interface GcpGrant extends EntityBase {
  readonly kind: 'gcp.grant';
  /** As written: a name, an id, a full name. */
  readonly on: Known<string | undefined>;
  /** `project`, `folder`, `organization`, `storage_bucket`, `service_account` …: the type of Terraform without `google_` and `_iam_…`. */
  readonly onKind: string;
  readonly role: Known<string | undefined>;
  readonly members: Texts;
  /** CEL. */
  readonly condition: Known<string | undefined>;
}

/** A policy document put on a resource. */
export interface GcpPolicyUse extends EntityBase {
  readonly kind: 'gcp.policy-use';
  readonly on: Known<string | undefined>;
  readonly onKind: string;
  /** What the document's grants are called. */
  readonly policy: Known<string | undefined>;
}

export interface GcpRole extends EntityBase {
  readonly kind: 'gcp.role';
  readonly permissions: Texts;
}

/** Where a project, a folder or any other resource lies. */
export interface GcpScope extends EntityBase {
  readonly kind: 'gcp.scope';
  readonly scopeKind: 'project' | 'folder' | 'organization' | 'resource';
  /** `projects/…`, `folders/…`, `organizations/…`. */
  readonly parent: Known<string | undefined>;
}

export interface GcpDenyPolicy extends EntityBase {
  readonly kind: 'gcp.deny-policy';
  readonly parent: Known<string | undefined>;
  readonly rules: readonly {
    readonly deniedPrincipals: readonly string[];
    readonly exceptionPrincipals: readonly string[];
    readonly deniedPermissions: readonly string[];
    readonly exceptionPermissions: readonly string[];
    readonly condition: Known<string | undefined>;
  }[];
}

/** A constraint of the organization that is on or off. */
export interface GcpConstraint extends EntityBase {
  readonly kind: 'gcp.constraint';
  /** `iam.disableServiceAccountKeyCreation` */
  readonly constraint: Known<string | undefined>;
  /** `projects/…`, `folders/…`, `organizations/…`. */
  readonly parent: Known<string | undefined>;
  readonly isEnforced: Known<boolean | undefined>;
}

/** Resources that principals may use at all who are bound to it. */
export interface GcpAccessBoundary extends EntityBase {
  readonly kind: 'gcp.access-boundary';
  /** `//cloudresourcemanager.googleapis.com/projects/orders` */
  readonly resources: Texts;
  /** Of enforcement: which permissions it can stop. Undefined: the latest. */
  readonly version: Known<string | undefined>;
}

export interface GcpBoundaryBinding extends EntityBase {
  readonly kind: 'gcp.boundary-binding';
  readonly policy: Known<string | undefined>;
  /** `//cloudresourcemanager.googleapis.com/projects/orders`: everybody of it. */
  readonly principals: Known<string | undefined>;
  readonly condition: Known<string | undefined>;
}

/** What the metadata of an instance or of its project says of who signs in. Undefined: it says nothing. */
export interface GcpLogin extends EntityBase {
  readonly kind: 'gcp.login';
  readonly isProject: boolean;
  readonly usesOsLogin: Known<boolean | undefined>;
  readonly blocksProjectKeys: Known<boolean | undefined>;
}

/** An identity provider outside whose users or builds come into a pool. */
export interface GcpPoolProvider extends EntityBase {
  readonly kind: 'gcp.pool-provider';
  readonly pool: Known<string | undefined>;
  readonly issuer: Known<string | undefined>;
  /** CEL on attributes of the token. */
  readonly condition: Known<string | undefined>;
}

export interface GcpMembership extends EntityBase {
  readonly kind: 'gcp.membership';
  readonly group: Known<string | undefined>;
  readonly member: Known<string | undefined>;
}

export interface AzureRolePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export interface AzureRoleDefinition extends EntityBase {
  readonly kind: 'azure.role-definition';
  readonly name: Known<string | undefined>;
  readonly permissions: readonly AzureRolePermission[];
}

export interface AzureRoleAssignment extends EntityBase {
  readonly kind: 'azure.role-assignment';
  readonly scope: Known<string | undefined>;
  /** Id of the definition, or the name of the role. */
  readonly role: Known<string | undefined>;
  readonly principal: Known<string | undefined>;
  /** `User`, `Group`, `ServicePrincipal`; undefined: not told. */
  readonly principalType: Known<string | undefined>;
  readonly condition: Known<string | undefined>;
  /** Through Privileged Identity Management: has to be activated. */
  readonly isEligible: boolean;
}

export interface AzureDenial extends EntityBase {
  readonly kind: 'azure.deny-assignment';
  readonly scope: Known<string | undefined>;
  readonly permissions: readonly AzureRolePermission[];
  /** `everyone` for all. */
  readonly principals: Texts;
  readonly except: Texts;
  readonly condition: Known<string | undefined>;
}

/** Access policies of a vault that goes by them, each as a block of its own or in the vault's. */
export interface AzureVaultPolicy extends EntityBase {
  readonly kind: 'azure.vault-policy';
  readonly vault: Known<string | undefined>;
  readonly principal: Known<string | undefined>;
  readonly keys: Texts;
  readonly secrets: Texts;
  readonly certificates: Texts;
}

/** Whether a vault goes by roles (true) or by access policies. */
export interface AzureVaultModel extends EntityBase {
  readonly kind: 'azure.vault-model';
  readonly usesRoles: Known<boolean>;
}

export interface AzureLock extends EntityBase {
  readonly kind: 'azure.lock';
  readonly scope: Known<string | undefined>;
  readonly level: Known<string | undefined>;
}

/** A management group, or what lies in one. */
export interface AzureScope extends EntityBase {
  readonly kind: 'azure.scope';
  /** Management group it lies in. */
  readonly parent: Known<string | undefined>;
  /** Ids of subscriptions in it. */
  readonly subscriptions: Texts;
}

/** Somebody in the directory. */
export interface EntraPrincipal extends EntityBase {
  readonly kind: 'entra.principal';
  readonly principalKind: 'user' | 'group' | 'service-principal' | 'application';
  readonly name: Known<string | undefined>;
  /** Of a service principal: the application it stands for. */
  readonly application: Known<string | undefined>;
  /** Object ids of those who may change it. */
  readonly owners: Texts;
  /** Of a group. */
  readonly members: Texts;
  /** Of a group: roles of the directory may be given to it, so that fewer may change who belongs to it. Undefined: nobody says so. */
  readonly takesRoles: Known<boolean | undefined>;
  /** Of a group: a rule says who belongs to it; nobody is put in by hand. */
  readonly isDynamic: boolean;
}

/** Settings of a resource without which permissions on it are of no use, by the words of the catalogue of ways: `takes-keys` … */
export interface AzureSwitches extends EntityBase {
  readonly kind: 'azure.switches';
  readonly says: Readonly<Record<string, Known<boolean | undefined>>>;
}

export interface EntraMembership extends EntityBase {
  readonly kind: 'entra.membership';
  readonly group: Known<string | undefined>;
  readonly member: Known<string | undefined>;
}

export interface EntraAssignment extends EntityBase {
  readonly kind: 'entra.assignment';
  /** Template id, or the name of the role. */
  readonly role: Known<string | undefined>;
  readonly principal: Known<string | undefined>;
  readonly scope: Known<string | undefined>;
  readonly isEligible: boolean;
}

/** An application permission that was consented to. */
export interface EntraAppRole extends EntityBase {
  readonly kind: 'entra.app-role';
  readonly principal: Known<string | undefined>;
  /** Id of the permission, or its name. */
  readonly permission: Known<string | undefined>;
}

export type CloudIdentityEntity =
  | KubernetesRole
  | KubernetesBinding
  | KubernetesNamespace
  | GcpGrant
  | GcpPolicyUse
  | GcpRole
  | GcpScope
  | GcpDenyPolicy
  | GcpConstraint
  | GcpAccessBoundary
  | GcpBoundaryBinding
  | GcpLogin
  | GcpPoolProvider
  | GcpMembership
  | AzureRoleDefinition
  | AzureRoleAssignment
  | AzureDenial
  | AzureVaultPolicy
  | AzureVaultModel
  | AzureLock
  | AzureScope
  | AzureSwitches
  | EntraPrincipal
  | EntraMembership
  | EntraAssignment
  | EntraAppRole;
