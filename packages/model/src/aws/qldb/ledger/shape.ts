/** A QLDB ledger. Sources: hashicorp/aws documentation of aws_qldb_ledger; AWS::QLDB::Ledger; read 2026-11-22. */
export interface Ledger {
  /** `STANDARD`: rights for each table and command; `ALLOW_ALL`: the ledger as a whole. */
  readonly permissionsMode: string;
  /** Default true. */
  readonly deletionProtection: boolean;
}
