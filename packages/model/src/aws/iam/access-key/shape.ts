/** A long-lived access key. Source: hashicorp/aws documentation of aws_iam_access_key, read 2026-11-22. */
export interface IamAccessKey {
  /** The user it belongs to; a hole when it is only known later. */
  readonly user: string;
}
