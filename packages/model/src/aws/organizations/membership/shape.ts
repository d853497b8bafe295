/** Whether an account belongs to an organization. Only a live account says it. Source: AWS Organizations API reference, DescribeOrganization, read 2026-11-22. */
export interface OrganizationMembership {
  readonly isMember: boolean;
}
