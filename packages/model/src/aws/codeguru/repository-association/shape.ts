/** A repository that CodeGuru Reviewer looks at. Source: hashicorp/aws documentation of aws_codegurureviewer_repository_association, read 2026-11-22. */
export interface ReviewedRepository {
  /** `AWS_OWNED_CMK` (default) or `CUSTOMER_MANAGED_CMK`. */
  readonly encryption: string;
}
