import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** An SNS topic with its access policy. Source: Amazon SNS Developer Guide, read 2026-11-22. */
export interface SnsTopic {
  /** Undefined: the default policy, which admits the topic's own account. */
  readonly policy: PolicyDocument | undefined;
  /** Server-side encryption. Undefined: none. */
  readonly kmsKeyId: string | undefined;
  /** The key is one of the account, not `alias/aws/sns`. */
  readonly hasCustomerKey: boolean;
  readonly tags: AttrMap<string>;
}
