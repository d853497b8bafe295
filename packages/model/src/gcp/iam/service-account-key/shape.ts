/** A key of a service account that somebody holds. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ServiceAccountKey {
  /** Made elsewhere and uploaded; such keys live as long as their certificate says. */
  readonly isUploaded: boolean;
}
