import type { PolicyDocument } from '../../../policy/index.ts';

/** An IAM user. Source: IAM User Guide, "IAM users" and "AWS Multi-factor authentication in IAM", read 2026-11-22. */
export interface IamUser {
  /** The user has a password for the console. */
  readonly hasPassword: boolean;
  /** The user has an MFA device; in code: a virtual one that carries the user's name is made. */
  readonly hasMfaDevice: boolean;
  /** Access keys of the user. */
  readonly accessKeys: readonly AccessKey[];
  /** Some membership names the user. */
  readonly isInGroup: boolean;
  /** Customer policies that the user holds, directly or through groups. */
  readonly policies: readonly PolicyDocument[];
}

export interface AccessKey {
  /** Default true. */
  readonly isActive: boolean;
}
