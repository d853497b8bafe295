/** A Lightsail database. Source: hashicorp/aws documentation of aws_lightsail_database, AWS::Lightsail::Database, read 2026-11-22. */
export interface LightsailDatabase {
  /** Default false. */
  readonly isPublic: boolean;
  /** Default true. */
  readonly hasBackups: boolean;
}
