/** A person of Cloud Identity or Google Workspace. Source: Admin SDK Directory API v1 reference, read 2026-11-22. */
export interface WorkspaceUser {
  /** Suspended or archived: nobody signs in with it. */
  readonly isSuspended: boolean;
  /** A second factor is registered. */
  readonly hasMfa: boolean;
}
