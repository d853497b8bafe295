/** An AlloyDB instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface AlloyDbInstance {
  /** Default false. */
  readonly hasPublicAddress: boolean;
  /** `ENCRYPTED_ONLY` or `ALLOW_UNENCRYPTED_AND_ENCRYPTED`. Default `ENCRYPTED_ONLY`. */
  readonly sslMode: string;
}
