import type { PolicyDocument } from '../../../policy/index.ts';

/** Who may assume a role. Source: IAM User Guide, "Roles terms and concepts", read 2026-11-22. */
export interface TrustPolicy {
  /** A document that another block of the code uses is judged there; false for those. */
  readonly standsAlone: boolean;
  readonly document: PolicyDocument | undefined;
}
