/** A role of one's own. Source: "Azure custom roles", Microsoft Learn, read 2026-11-22. */
export interface RoleDefinition {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** Can it be given in all of Azure (`/`)? */
  readonly isEverywhere: boolean;
  /** Only in resource groups or single resources. */
  readonly isNarrow: boolean;
}
