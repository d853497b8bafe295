import type { PublicAccessBlock } from '../bucket/shape.ts';

/** An access point of a bucket. Source: Amazon S3 User Guide, "Access points": all four switches are on unless written, read 2026-11-22. */
export interface AccessPoint {
  readonly switches: PublicAccessBlock;
}
