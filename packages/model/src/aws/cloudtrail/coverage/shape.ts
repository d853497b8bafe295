/**
 * Whether anything records what is done in an account. Only a live account says it: code may rely on a trail of the organization, which it
 * does not show. Source: AWS CloudTrail User Guide, "Creating a trail for an organization", read 2026-11-22.
 */
export interface TrailCoverage {
  /** A trail of the account, or of its organization, is on and records the management events of all regions. */
  readonly isComplete: boolean;
}
