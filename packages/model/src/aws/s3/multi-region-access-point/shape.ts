import type { PublicAccessBlock } from '../bucket/shape.ts';

/** An access point over buckets of several regions. Source: Amazon S3 User Guide: all four switches are on unless written, read 2026-11-22. */
export interface MultiRegionAccessPoint {
  readonly switches: PublicAccessBlock;
}
