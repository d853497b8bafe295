/**
 * Roles, assignments and policies of Azure and Entra as the APIs have them, and requests. Sources: Azure documentation, "Understand Azure role
 * definitions", "… deny assignments", "Azure role assignment conditions", "Assign a Key Vault access policy"; Microsoft Graph, read 2026-11-22.
 */

export interface AzurePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export interface AzureRole {
  /** GUID at the end of its id, or the whole id. */
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly AzurePermission[];
}

export interface AzureAssignment {
  readonly id: string;
  /** Object id of a user, group, service principal or managed identity. */
  readonly principal: string;
  readonly role: string;
  /** `/`, a management group, subscription, resource group or resource. */
  readonly scope: string;
  /** ABAC condition, version 2.0; null: always. */
  readonly condition?: string | null;
  /** Eligible through Privileged Identity Management: it holds once it was activated. */
  readonly isEligible?: boolean;
  /** ISO-8601; null: for good. */
  readonly until?: string | null;
}

export interface AzureDenyAssignment {
  readonly name: string;
  readonly permissions: readonly AzurePermission[];
  readonly scope: string;
  readonly doesNotReachBelow?: boolean;
  /** Object ids; `everyone` for all principals. */
  readonly principals: readonly string[];
  readonly except?: readonly string[];
  readonly condition?: string | null;
}

/** Of a vault whose permission model is access policies, not roles. */
export interface VaultAccess {
  readonly vault: string;
  readonly policies: readonly {
    readonly principal: string;
    readonly keys?: readonly string[];
    readonly secrets?: readonly string[];
    readonly certificates?: readonly string[];
  }[];
}

export interface AzureLock {
  readonly scope: string;
  readonly level: 'CanNotDelete' | 'ReadOnly';
}

/** A role of the directory: `microsoft.directory/users/password/update`. */
export interface EntraRole {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
}

export interface EntraAssignment {
  readonly id: string;
  readonly principal: string;
  readonly role: string;
  /** `/`, or an administrative unit, or an application. */
  readonly scope: string;
  readonly isEligible?: boolean;
}

/** Application permission of an API: `RoleManagement.ReadWrite.Directory` of Microsoft Graph. */
export interface AppRoleGrant {
  readonly principal: string;
  readonly api: string;
  readonly permission: string;
}

export interface AzurePolicies {
  readonly roles: readonly AzureRole[];
  readonly assignments: readonly AzureAssignment[];
  readonly denials: readonly AzureDenyAssignment[];
  readonly vaults: readonly VaultAccess[];
  readonly locks: readonly AzureLock[];
  readonly entraRoles: readonly EntraRole[];
  readonly entraAssignments: readonly EntraAssignment[];
  readonly appRoles: readonly AppRoleGrant[];
}

export interface AzureRequest {
  readonly principal: string;
  /** Groups it belongs to, through other groups as well; null: not known. */
  readonly memberOf: readonly string[] | null;
  /** `Microsoft.Storage/storageAccounts/delete`; for the directory `microsoft.directory/…`; for an API's application permission `graph:User.Read.All`. */
  readonly action: string;
  readonly isDataAction: boolean;
  /** Resource id, or the scope something is made in; for the directory `/` or the object's own scope. */
  readonly resource: string;
  /** Scopes above the subscription (management groups), nearest first; `/` is always one. */
  readonly managementGroups?: readonly string[];
  /** `@Resource[…]`, `@Request[…]`, `@Principal[…]`, `@Environment[…]` by their whole name; others are unknown. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** ISO-8601; without it whether an assignment has run out is open. */
  readonly at?: string;
}
