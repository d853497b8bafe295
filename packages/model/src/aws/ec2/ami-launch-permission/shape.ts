/** A permission to launch instances from a machine image. Source: hashicorp/aws documentation of aws_ami_launch_permission, read 2026-11-22. */
export interface AmiLaunchPermission {
  /** `all`: every AWS account. */
  readonly group: string | undefined;
}
