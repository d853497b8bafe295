import type { PolicyDocument } from '../../../policy/index.ts';

/** An IAM group. Source: IAM User Guide, "IAM user groups", read 2026-11-22. */
export interface IamGroup {
  /** Customer policies of its own. */
  readonly policies: readonly PolicyDocument[];
}
