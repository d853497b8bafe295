/** A storage account with its blob, file and queue services. Source: hashicorp/azurerm documentation of azurerm_storage_account; Azure template reference of Microsoft.Storage/storageAccounts, read 2026-11-22. */
export interface StorageAccount {
  /** Default true; in templates since API version 2019-04-01. */
  readonly httpsOnly: boolean;
  /** `TLS1_0` to `TLS1_3`. Default of azurerm since 3.0 `TLS1_2`, of the service `TLS1_0`. */
  readonly minTlsVersion: string;
  /** May containers be public? Default of azurerm true, of the service false. */
  readonly allowsPublicBlobs: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** `Allow` or `Deny`; Deny also when public network access is off. Default Allow. */
  readonly networkDefaultAction: string;
  /** Who passes the firewall: `AzureServices`, `Logging`, `Metrics`, `None`. Default AzureServices. */
  readonly networkBypass: readonly string[];
  /** Default true. */
  readonly sharedKeyAccess: boolean;
  /** Does the portal authorize with Entra ID by default? Default false. */
  readonly prefersEntra: boolean;
  /** Age at which a key counts as expired. azurerm has no argument for it (outside). */
  readonly keyExpirationDays: number | undefined;
  /** Longest life of a shared access signature, `DD.HH:MM:SS`. */
  readonly sasExpiration: string | undefined;
  /** Encrypted with a key of a key vault. Default false. */
  readonly customerKey: boolean;
  /** Infrastructure encryption. Default false. */
  readonly doubleEncryption: boolean;
  /** Days a deleted blob can be restored; 0 is off, the default. */
  readonly blobSoftDeleteDays: number;
  /** The same for containers. */
  readonly containerSoftDeleteDays: number;
  /** Default false. */
  readonly versioning: boolean;
  /** Days a deleted file share can be restored. Default 7; share_properties without a retention_policy switch it off. */
  readonly shareSoftDeleteDays: number;
  /** `SMB2.1`, `SMB3.0`, `SMB3.1.1`. Default all of them. */
  readonly smbVersions: readonly string[];
  /** `AES-128-CCM`, `AES-128-GCM`, `AES-256-GCM`. Default all of them. */
  readonly smbChannelEncryption: readonly string[];
  /** Default of azurerm 3 true; since 4 and of the service false. */
  readonly crossTenantReplication: boolean;
  /** `LRS`, `ZRS`, `GRS`, `RAGRS`, `GZRS`, `RAGZRS`. */
  readonly replication: string;
  /** `StorageV2` (default of azurerm), `BlobStorage`, `FileStorage`, `BlockBlobStorage`, `Storage`. */
  readonly kind: string;
  /** May SFTP users with passwords or keys of their own exist? Default true with a hierarchical namespace, without which there is no SFTP. */
  readonly localUsers: boolean;
  /** Categories logged of the queue service: `StorageRead`, `StorageWrite`, `StorageDelete`, `allLogs`, `audit`. */
  readonly queueLogs: readonly string[];
  /** The same of the blob service. */
  readonly blobLogs: readonly string[];
  /** Is there a lifecycle policy with a rule? */
  readonly hasLifecycle: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
