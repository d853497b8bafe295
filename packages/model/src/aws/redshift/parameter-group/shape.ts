/** A Redshift parameter group. Sources: hashicorp/aws documentation of aws_redshift_parameter_group; Amazon Redshift Management Guide, "Parameter groups"; read 2026-11-22. */
export interface ParameterGroup {
  /** `redshift-1.0`, `redshift-2.0`. */
  readonly family: string;
  /** `require_ssl`. Default false; true in family `redshift-2.0`. */
  readonly requiresTls: boolean;
  /** `enable_user_activity_logging`: statements are logged too. Default false. */
  readonly logsStatements: boolean;
}
