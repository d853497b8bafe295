/** A Global Accelerator. Source: hashicorp/aws documentation of aws_globalaccelerator_accelerator, read 2026-11-22. */
export interface Accelerator {
  /** Default false. */
  readonly flowLogs: boolean;
}
