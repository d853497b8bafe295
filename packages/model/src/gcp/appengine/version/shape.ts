/** A version of an App Engine service in the standard environment. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface AppEngineVersion {
  /** Of its handlers: `SECURE_ALWAYS`, `SECURE_OPTIONAL`, `SECURE_NEVER`. Default `SECURE_OPTIONAL`. */
  readonly securityLevels: readonly string[];
}
