/** A database of Timestream for InfluxDB. Sources: hashicorp/aws documentation of aws_timestreaminfluxdb_db_instance; AWS::Timestream::InfluxDBInstance; read 2026-11-22. */
export interface InfluxInstance {
  /** Default false. */
  readonly isPublic: boolean;
  /** `SINGLE_AZ` (default) or `WITH_MULTIAZ_STANDBY`. */
  readonly deployment: string;
}
