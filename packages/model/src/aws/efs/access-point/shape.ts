/** An EFS access point. Sources: hashicorp/aws documentation of aws_efs_access_point; AWS::EFS::AccessPoint; read 2026-11-22. */
export interface AccessPoint {
  /** Default `/`. */
  readonly rootDirectory: string;
  /** Every request is made as one POSIX user, whoever the client claims to be. */
  readonly enforcesUser: boolean;
}
