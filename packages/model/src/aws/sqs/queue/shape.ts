import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** An SQS queue with its access policy. Source: Amazon SQS Developer Guide, read 2026-11-22. */
export interface SqsQueue {
  /** Undefined: only the owner has access. */
  readonly policy: PolicyDocument | undefined;
  readonly kmsKeyId: string | undefined;
  /** The key is one of the account, not `alias/aws/sqs`. */
  readonly hasCustomerKey: boolean;
  /** SSE-SQS, on for new queues unless switched off. Default true. */
  readonly managedEncryption: boolean;
  readonly tags: AttrMap<string>;
}
