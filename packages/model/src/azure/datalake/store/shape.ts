/** A Data Lake Storage Gen1 account. The service was retired in 2024; code of it is still around. Source: hashicorp/azurerm documentation of azurerm_data_lake_store; Azure template reference of Microsoft.DataLakeStore/accounts, read 2026-11-22. */
export interface DataLakeStore {
  /** Default true. */
  readonly encrypted: boolean;
}
