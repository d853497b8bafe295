/** Runs scripts with rights in the subscription. Source: Azure Automation documentation, read 2026-11-22. */
export interface Account {
  /** Default true. */
  readonly isPublic: boolean;
  /** Keys of the account work beside Entra ID. Default true. */
  readonly hasLocalAuthentication: boolean;
  readonly hasIdentity: boolean;
}
