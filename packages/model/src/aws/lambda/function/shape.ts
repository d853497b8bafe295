import type { AttrMap } from '../../../node.ts';

/** A Lambda function. Source: AWS Lambda Developer Guide and hashicorp/aws provider documentation, read 2026-11-22. */
export interface LambdaFunction {
  /** `Zip` or `Image`. Default `Zip`. */
  readonly packageType: string;
  /** Identifier such as `python3.13`; undefined for images, which bring their own. */
  readonly runtime: string | undefined;
  /** Environment variables that hold a credential in plain text → its kind. */
  readonly credentials: AttrMap<string>;
  readonly tags: AttrMap<string>;
}
