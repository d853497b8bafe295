/** A CloudSearch domain. Source: hashicorp/aws documentation of aws_cloudsearch_domain, read 2026-11-22. */
export interface SearchDomain {
  /** Default false. */
  readonly enforcesHttps: boolean;
  /** Default `Policy-Min-TLS-1-0-2019-07`. */
  readonly tlsPolicy: string;
}
