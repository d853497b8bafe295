/** The value of a secret. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface SecretVersion {
  /** The value itself is in the code. */
  readonly hasPlainTextValue: boolean;
}
