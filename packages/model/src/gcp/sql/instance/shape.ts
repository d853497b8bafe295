import type { AttrMap } from '../../../node.ts';

/** A Cloud SQL instance. Source: Cloud SQL documentation and hashicorp/google, read 2026-11-22. */
export interface SqlInstance {
  /** `MYSQL_8_0`, `POSTGRES_16`, `SQLSERVER_2022_STANDARD` … Default `MYSQL_8_0`-like; the provider requires it. */
  readonly version: string;
  /** A read replica takes backups and availability from its primary. */
  readonly isReplica: boolean;
  /** Default true: an external address. */
  readonly hasPublicAddress: boolean;
  /** CIDR ranges that may connect to the external address. */
  readonly authorizedNetworks: readonly string[];
  /** Only encrypted connections: `ssl_mode`, in old code `require_ssl`. Default false. */
  readonly requiresTls: boolean;
  /** A client certificate is demanded as well. */
  readonly requiresClientCertificate: boolean;
  /** Default false. */
  readonly hasBackups: boolean;
  /** MySQL: binary log. Default false. */
  readonly hasBinaryLog: boolean;
  /** PostgreSQL and SQL Server. Default false. */
  readonly hasPointInTimeRecovery: boolean;
  /** `ZONAL` or `REGIONAL`. Default `ZONAL`. */
  readonly availability: string;
  readonly hasCustomerKey: boolean;
  /** Of Terraform. Default true. */
  readonly deletionProtection: boolean;
  /** Of Google Cloud itself. Default false. */
  readonly serverDeletionProtection: boolean;
  /** Default false: passwords of any form are taken. */
  readonly hasPasswordPolicy: boolean;
  readonly flags: AttrMap<string>;
  /** Database users that are declared beside it. */
  readonly users: readonly SqlUser[];
}

export interface SqlUser {
  readonly user: string;
  readonly hasPassword: boolean;
  /** `%` or nothing: from anywhere. */
  readonly host: string | undefined;
}
