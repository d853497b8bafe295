/** A database proxy. Sources: hashicorp/aws documentation of aws_db_proxy; AWS::RDS::DBProxy; read 2026-11-22. */
export interface DatabaseProxy {
  /** Default false. */
  readonly requiresTls: boolean;
  /** Statements are logged in full, with their values. Default false. */
  readonly debugLogging: boolean;
}
