/** A certificate that ACM issues or holds. Source: hashicorp/aws documentation of aws_acm_certificate, read 2026-11-22. */
export interface Certificate {
  /** `RSA_1024`, `RSA_2048`, `EC_prime256v1` … Default `RSA_2048`. Undefined for an imported one: its key decides. */
  readonly keyAlgorithm: string | undefined;
  /** The name and its alternatives; unknown parts are holes. */
  readonly domains: readonly string[];
  /** Issues are published in certificate transparency logs. Default true. */
  readonly isLogged: boolean;
  /** A replacement is made before the old certificate goes. Terraform's default: false. */
  readonly isReplacedFirst: boolean;
}
