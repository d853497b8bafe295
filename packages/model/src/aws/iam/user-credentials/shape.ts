import type { PolicyDocument } from '../../../policy/index.ts';

/** How a live user signs in and what that opens. Source: IAM API reference and User Guide, "AWS Multi-factor authentication in IAM", read 2026-11-22. */
export interface UserCredentials {
  /** For the console. */
  readonly hasPassword: boolean;
  /** Days since the password was last used; undefined: never. */
  readonly passwordUnusedDays: number | undefined;
  /** Days since the password was given; undefined: there is none, or only the credential report was seen. */
  readonly passwordAgeDays: number | undefined;
  readonly mfaDevices: readonly MfaDevice[];
  /** ARNs of managed policies of the user and its groups. */
  readonly managedPolicies: readonly string[];
  /** Customer policies of the user and its groups. */
  readonly policies: readonly PolicyDocument[];
}

export interface MfaDevice {
  /** `fido` (security keys, passkeys), `hardware` (tokens with a display), `virtual` (applications), `sms`. */
  readonly kind: string;
}
