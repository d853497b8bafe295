/** A DNS record. Source: hashicorp/aws documentation of aws_route53_record, read 2026-11-22. */
export interface DnsRecord {
  readonly type: string | undefined;
  readonly targets: readonly RecordTarget[];
}

export interface RecordTarget {
  /** Host name or address as written; for a reference to a resource its address in code. */
  readonly value: string;
  /** A resource in this code holds the target. */
  readonly isOwned: boolean;
}
