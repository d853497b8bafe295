/** A domain registered with Route 53. Source: hashicorp/aws documentation of aws_route53domains_registered_domain, read 2026-11-22. */
export interface RegisteredDomain {
  /** Default true. */
  readonly hasTransferLock: boolean;
  /** Default true. */
  readonly autoRenews: boolean;
  /** Personal data of the registrant is hidden in WHOIS. Default true. */
  readonly hidesRegistrant: boolean;
}
