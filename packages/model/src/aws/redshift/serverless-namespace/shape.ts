/** A namespace of Redshift Serverless. Sources: hashicorp/aws documentation of aws_redshiftserverless_namespace; AWS::RedshiftServerless::Namespace; read 2026-11-22. */
export interface ServerlessNamespace {
  readonly hasCustomerKey: boolean;
  /** `userlog`, `connectionlog`, `useractivitylog`. */
  readonly exportedLogs: readonly string[];
  /** Default `admin`. */
  readonly adminName: string;
}
