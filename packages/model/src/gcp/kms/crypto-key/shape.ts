import type { IamBinding } from '../../iam/index.ts';

/** A Cloud KMS key. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface CryptoKey {
  /** Default `ENCRYPT_DECRYPT`; only such keys rotate by themselves. */
  readonly purpose: string;
  /** Undefined: never; 0: the period is no valid one. */
  readonly rotationSeconds: number | undefined;
  /** Terraform's `prevent_destroy`. */
  readonly preventsDestroy: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
