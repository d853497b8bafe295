/** A Cloud DNS zone. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ManagedZone {
  readonly isPrivate: boolean;
  /** `off`, `on`, `transfer`. Default `off`. */
  readonly dnssec: string;
  /** Undefined kinds have the default RSASHA256. */
  readonly keys: readonly DnssecKey[];
  /** Default false. */
  readonly isLogged: boolean;
}

export interface DnssecKey {
  /** `keySigning` or `zoneSigning`; undefined: both. */
  readonly keyType: string | undefined;
  readonly algorithm: string;
}
