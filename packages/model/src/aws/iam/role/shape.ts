/** A role as something that people make. Source: hashicorp/aws documentation of aws_iam_role, read 2026-11-22. */
export interface IamRole {
  /** As written; unknown parts are holes. Undefined: the provider makes one up. */
  readonly roleName: string | undefined;
  /** A permissions boundary is set. */
  readonly hasBoundary: boolean;
}
