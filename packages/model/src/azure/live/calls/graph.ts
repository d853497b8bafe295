/** What is asked of Microsoft Graph about the directory. Source: Microsoft Graph REST API v1.0 reference, read 2026-11-22. */
export interface GraphCall {
  /** As records are filed, below `graph.microsoft.com`; the declared type is `Microsoft.Graph/` with it. */
  readonly operation: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Operation whose elements it is asked about, by their id, which stands in `path` as `{id}`. */
  readonly of?: string;
  readonly single?: true;
  /** Application permission that is needed. */
  readonly permission: string;
  readonly redact?: readonly string[];
}

export const GRAPH = 'graph.microsoft.com';

export const graphCalls: readonly GraphCall[] = [
  { operation: 'organization', path: '/v1.0/organization', permission: 'Organization.Read.All' },
  {
    operation: 'users',
    path: '/v1.0/users',
    query: { $select: 'id,displayName,userPrincipalName,accountEnabled,userType,createdDateTime', $top: '999' },
    permission: 'User.Read.All',
  },
  // Needs a premium licence of the directory, so that it is asked for apart.
  {
    operation: 'signIns',
    path: '/v1.0/users',
    query: { $select: 'id,signInActivity', $top: '500' },
    permission: 'AuditLog.Read.All',
  },
  {
    operation: 'userRegistrationDetails',
    path: '/v1.0/reports/authenticationMethods/userRegistrationDetails',
    permission: 'AuditLog.Read.All',
  },
  { operation: 'conditionalAccessPolicies', path: '/v1.0/identity/conditionalAccess/policies', permission: 'Policy.Read.All' },
  { operation: 'namedLocations', path: '/v1.0/identity/conditionalAccess/namedLocations', permission: 'Policy.Read.All' },
  {
    operation: 'roleAssignments',
    path: '/v1.0/roleManagement/directory/roleAssignments',
    permission: 'RoleManagement.Read.Directory',
  },
  { operation: 'authorizationPolicy', path: '/v1.0/policies/authorizationPolicy', single: true, permission: 'Policy.Read.All' },
  {
    operation: 'securityDefaults',
    path: '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
    single: true,
    permission: 'Policy.Read.All',
  },
  {
    operation: 'applications',
    path: '/v1.0/applications',
    query: { $select: 'id,appId,displayName,passwordCredentials,keyCredentials', $top: '999' },
    permission: 'Application.Read.All',
    redact: ['passwordCredentials[].secretText', 'passwordCredentials[].hint', 'keyCredentials[].key'],
  },
  {
    operation: 'federatedCredentials',
    path: '/v1.0/applications/{id}/federatedIdentityCredentials',
    of: 'applications',
    permission: 'Application.Read.All',
  },
];
