import type { PolicyDocument } from '../../../policy/index.ts';

/** The policy of a bucket as a thing of its own: where it is written is where it is judged. Source: Amazon S3 User Guide, "Bucket policies", read 2026-11-22. */
export interface BucketPolicy {
  readonly document: PolicyDocument | undefined;
}
