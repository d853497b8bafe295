import type { PublicAccessBlock } from '../bucket/shape.ts';

/** S3 block public access for a whole account. Each switch is off unless written: provider default false. */
export interface AccountPublicAccessBlock {
  readonly switches: PublicAccessBlock;
}
