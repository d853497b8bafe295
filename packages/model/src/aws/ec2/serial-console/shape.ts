/** The account's switch for the serial console in one region. Source: hashicorp/aws documentation of aws_ec2_serial_console_access, read 2026-11-22. */
export interface SerialConsole {
  /** Default true. */
  readonly isEnabled: boolean;
}
