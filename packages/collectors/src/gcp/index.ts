/** Collects Google Cloud: Cloud Asset Inventory first, the services' own REST APIs for what it lacks or may not tell. */
export { defaultCredentials } from './auth.ts';
export { collectGcp } from './collect-gcp.ts';
export type { GcpOptions } from './collect-gcp.ts';
export { gcpPermissions, gcpPermissionsByCall, gcpRole } from './permissions.ts';
export { withoutSecrets } from './secrets.ts';
