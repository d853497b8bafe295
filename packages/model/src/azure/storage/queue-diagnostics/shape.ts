/** A diagnostic setting of the queue service of a storage account. Source: Azure Monitor documentation, "Diagnostic settings in Azure Monitor", read 2026-11-22. */
export interface QueueDiagnostics {
  /** Is the storage account in this code? Then all of its settings are judged together, there. */
  readonly hasAccount: boolean;
  /** `StorageRead`, `StorageWrite`, `StorageDelete`, `allLogs`, `audit`. */
  readonly categories: readonly string[];
}
