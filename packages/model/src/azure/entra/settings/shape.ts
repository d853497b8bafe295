/**
 * What members and guests of a directory may do when nobody decided otherwise. Only a live directory says it. Source: Microsoft Graph reference of
 * authorizationPolicy and identitySecurityDefaultsEnforcementPolicy, read 2026-11-22.
 */
export interface DirectorySettings {
  /** `member`: guests see what members see; `guest`: a part of it, which is the default; `restricted`: their own objects only. */
  readonly guestAccess: string;
  /** `everyone` (default), `adminsGuestInvitersAndAllMembers`, `adminsAndGuestInviters`, `none`. */
  readonly invitesFrom: string;
  readonly usersCreateApplications: boolean;
  readonly usersCreateTenants: boolean;
  readonly usersCreateGroups: boolean;
  /** Policies by which users may consent for themselves: `ManagePermissionGrantsForSelf.microsoft-user-default-legacy` is any application. */
  readonly consentPolicies: readonly string[];
  readonly hasSecurityDefaults: boolean;
  /** A conditional access policy is enforced. */
  readonly hasConditionalAccess: boolean;
}
