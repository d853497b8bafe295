/** Desktops and applications streamed to users. Source: hashicorp/aws documentation of aws_appstream_fleet, AWS::AppStream::Fleet, read 2026-11-22. */
export interface StreamingFleet {
  /** Default false. */
  readonly hasInternet: boolean;
  /** Default 57600, 16 hours. */
  readonly maximumSeconds: number;
  /** Default 900. */
  readonly disconnectSeconds: number;
}
