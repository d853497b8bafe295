/** A hosted zone of Route 53. Source: hashicorp/aws documentation of aws_route53_zone and its companions, read 2026-11-22. */
export interface HostedZone {
  /** Answers in its VPCs only. */
  readonly isPrivate: boolean;
  /** Queries are logged. */
  readonly logsQueries: boolean;
  /** Answers are signed (DNSSEC). */
  readonly isSigned: boolean;
}
