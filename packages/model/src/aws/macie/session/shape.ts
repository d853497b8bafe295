/** Amazon Macie in an account and region. Source: hashicorp/aws documentation of aws_macie2_account, read 2026-11-22. */
export interface MacieSession {
  /** `ENABLED`, `PAUSED`. Default `ENABLED`. */
  readonly status: string;
}
