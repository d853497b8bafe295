import type { Ref } from '../../../node.ts';
import type { Bucket } from '../../storage/bucket/shape.ts';

/** A log sink of a project, folder or organization. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Sink {
  /** The destination is a Cloud Storage bucket. */
  readonly isToBucket: boolean;
  /** That bucket. */
  readonly bucket: Ref<Bucket> | undefined;
}
