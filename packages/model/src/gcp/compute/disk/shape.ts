/** A persistent disk. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Disk {
  /** A Cloud KMS key or a key that the customer supplies. */
  readonly hasCustomerKey: boolean;
  /** The key itself is in the code. */
  readonly hasPlainTextKey: boolean;
}
