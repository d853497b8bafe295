/** A workgroup of Redshift Serverless. Sources: hashicorp/aws documentation of aws_redshiftserverless_workgroup; AWS::RedshiftServerless::Workgroup; read 2026-11-22. */
export interface ServerlessWorkgroup {
  /** Default false. */
  readonly isPublic: boolean;
  /** Default false. */
  readonly enhancedVpcRouting: boolean;
  /** The parameter `require_ssl`. Default false. */
  readonly requiresTls: boolean;
}
