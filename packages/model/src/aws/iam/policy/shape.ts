import type { PolicyDocument } from '../../../policy/index.ts';

/** An identity policy: what its holder may do. Source: IAM User Guide, "Managed policies and inline policies", read 2026-11-22. */
export interface IamPolicy {
  /**
   * `managed`: customer managed · `inline`: embedded in one role, user, group or permission set; all inline blocks of a role count as one
   * policy · `document`: a rendered document by itself.
   */
  readonly kind: 'managed' | 'inline' | 'document';
  /** A document that another block of the code uses is judged there; false for those. */
  readonly standsAlone: boolean;
  /** It only bounds what roles or users may be given: nobody holds it. */
  readonly isBoundary: boolean;
  /** Undefined: no policy is written (a role without inline policies). */
  readonly document: PolicyDocument | undefined;
}
