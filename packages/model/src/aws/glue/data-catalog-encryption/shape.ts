/** Encryption of the Glue Data Catalog of a Region. Source: hashicorp/aws documentation of aws_glue_data_catalog_encryption_settings, read 2026-11-22. */
export interface GlueCatalogEncryption {
  /** `DISABLED` (default), `SSE-KMS`, `SSE-KMS-WITH-SERVICE-ROLE`. */
  readonly metadataMode: string;
  /** Default false. */
  readonly encryptsPasswords: boolean;
}
