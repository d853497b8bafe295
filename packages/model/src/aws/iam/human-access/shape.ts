/**
 * How people sign in. It is there where the code makes passwords for users or an identity provider.
 * Source: IAM User Guide, "Identity providers and federation", read 2026-11-22.
 */
export interface HumanAccess {
  /** A SAML provider or IAM Identity Center is in the code. */
  readonly isFederated: boolean;
}
