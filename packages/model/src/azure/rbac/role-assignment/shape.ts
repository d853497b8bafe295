/** A role given to somebody. Source: "Azure role assignments", Microsoft Learn, read 2026-11-22. */
export interface RoleAssignment {
  /** `Owner`, `Reader` …; the id of a role that has no well-known name. */
  readonly role: string;
  /** `User`, `Group` or `ServicePrincipal` when it is written. */
  readonly principalKind: string | undefined;
  /** A condition narrows what the holder may do. */
  readonly hasCondition: boolean;
}
