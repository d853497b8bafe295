/** An object storage of somebody else that DataSync reads or writes. Source: hashicorp/aws documentation of aws_datasync_location_object_storage, read 2026-11-22. */
export interface ObjectStorageLocation {
  /** A secret key is part of the configuration, hence of the state. */
  readonly hasSecretKey: boolean;
  /** `HTTPS` (default) or `HTTP`. */
  readonly protocol: string;
}
