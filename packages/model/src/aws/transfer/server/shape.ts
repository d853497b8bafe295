/** A server of AWS Transfer Family. Sources: hashicorp/aws documentation of aws_transfer_server; AWS::Transfer::Server; read 2026-11-22. */
export interface TransferServer {
  /** `SFTP` (default), `FTPS`, `FTP`, `AS2`. */
  readonly protocols: readonly string[];
  /** `PUBLIC` (default), `VPC`, `VPC_ENDPOINT`. */
  readonly endpointType: string;
  /** Default `TransferSecurityPolicy-2018-11`. */
  readonly securityPolicy: string;
  /** Sessions and transfers are logged. */
  readonly logs: boolean;
}
