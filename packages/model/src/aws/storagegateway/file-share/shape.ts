/** An NFS or SMB share of Storage Gateway. Source: hashicorp/aws documentation of aws_storagegateway_nfs_file_share and aws_storagegateway_smb_file_share, read 2026-11-22. */
export interface FileShare {
  /** Objects are encrypted with a KMS key of the customer. */
  readonly hasCustomerKey: boolean;
  /** SMB: `ActiveDirectory` (default) or `GuestAccess`. Undefined for NFS. */
  readonly authentication: string | undefined;
  /** NFS: addresses that may mount it. */
  readonly clients: readonly string[];
}
