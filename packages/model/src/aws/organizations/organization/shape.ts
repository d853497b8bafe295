import type { PolicyDocument } from '../../../policy/index.ts';

/**
 * An organization with the policies beside it. It is there where the code manages the organization or its policies.
 * Source: hashicorp/aws documentation of aws_organizations_organization and aws_organizations_policy, read 2026-11-22.
 */
export interface Organization {
  /** `ALL`, `CONSOLIDATED_BILLING`. Default `ALL`. */
  readonly featureSet: string;
  readonly serviceControlPolicies: readonly PolicyDocument[];
  /** Types of the policies in the code: `SERVICE_CONTROL_POLICY`, `AISERVICES_OPT_OUT_POLICY` … */
  readonly policyTypes: readonly string[];
  /** Some account administers security services for the others. */
  readonly hasSecurityAdministrator: boolean;
}
