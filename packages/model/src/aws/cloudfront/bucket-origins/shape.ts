/** Buckets that a distribution reads. Only a live account says whose they are. Source: Amazon CloudFront API reference, read 2026-11-22. */
export interface BucketOrigins {
  readonly buckets: readonly BucketOrigin[];
}

export interface BucketOrigin {
  readonly bucket: string;
  /** The account has a bucket of that name. */
  readonly isOwn: boolean;
}
