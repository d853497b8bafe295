/** A search for a machine image. Source: hashicorp/aws documentation of the data source aws_ami, read 2026-11-22. */
export interface ImageLookup {
  /** `owners` is written. */
  readonly namesOwner: boolean;
  /** A filter for the owner or for one image. */
  readonly filtersOwner: boolean;
}
