/** A Storage Sync Service (Azure File Sync). Source: hashicorp/azurerm documentation of azurerm_storage_sync; Azure template reference of Microsoft.StorageSync/storageSyncServices, read 2026-11-22. */
export interface StorageSync {
  /** `AllowAllTraffic` (default) or `AllowVirtualNetworksOnly`. */
  readonly incomingTraffic: string;
}
