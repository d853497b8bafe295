import type { PolicyDocument } from '../../../policy/index.ts';

/** What the role of a notebook may do. Source: hashicorp/aws documentation of aws_sagemaker_notebook_instance and of the IAM role resources, read 2026-11-22. */
export interface NotebookRole {
  /** Inline and customer managed. */
  readonly policies: readonly PolicyDocument[];
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
}
