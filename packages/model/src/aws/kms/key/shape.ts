import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** A customer managed key. Source: AWS KMS Developer Guide and hashicorp/aws provider documentation, read 2026-11-22. */
export interface KmsKey {
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, `GENERATE_VERIFY_MAC`, `KEY_AGREEMENT`. Default `ENCRYPT_DECRYPT`. */
  readonly usage: string;
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, `HMAC_256` … Default `SYMMETRIC_DEFAULT`. */
  readonly spec: string;
  /** `aws`: KMS made the key material · `imported` · `custom-store` · `replica`: of a multi-Region key, its primary decides. */
  readonly material: string;
  /** Yearly rotation of the key material. Default false. */
  readonly rotates: boolean;
  /** Days between the request to delete the key and its deletion, 7 to 30. Default 30. */
  readonly deletionWindowDays: number;
  /** Default true. */
  readonly isEnabled: boolean;
  /** Its material is, or may be, copied to other regions. Default false. */
  readonly isMultiRegion: boolean;
  /** Undefined: the default key policy, which admits the key's own account. */
  readonly policy: PolicyDocument | undefined;
  readonly tags: AttrMap<string>;
}
