/** Roles granted on a project, folder, organization or billing account by one block. Source: IAM documentation, "Allow policies", read 2026-11-22. */
export interface Grant {
  readonly level: 'project' | 'folder' | 'organization' | 'billing-account';
  readonly bindings: readonly GrantedRole[];
}

export interface GrantedRole {
  readonly role: string;
  readonly members: readonly GrantMember[];
}

export interface GrantMember {
  /** `user:eve@example.com`, `serviceAccount:…`, `allUsers`; parts that are not known yet are holes. */
  readonly member: string;
  /** Other roles that the same code grants the same member on the same thing. */
  readonly otherRoles: readonly string[];
}
