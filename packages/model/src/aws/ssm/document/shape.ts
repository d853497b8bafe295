import type { TextCredential } from '../../../secrets/index.ts';

/** A document of Systems Manager. Source: hashicorp/aws documentation of aws_ssm_document, Systems Manager User Guide, read 2026-11-22. */
export interface SsmDocument {
  /** `Command`, `Session`, `Automation`, `Package` … */
  readonly type: string;
  /** Accounts it is shared with; `All` makes it public. */
  readonly sharedWith: readonly string[];
  /** The first credential in the text. */
  readonly credential: TextCredential | undefined;
  /** For documents of type `Session`: what Session Manager does. */
  readonly session: SessionSettings;
}

export interface SessionSettings {
  /** A KMS key encrypts the session beyond TLS. */
  readonly hasKmsKey: boolean;
  /** A log group that has to be encrypted, or undefined. */
  readonly logGroup: string | undefined;
  readonly logGroupEncrypted: boolean;
  readonly logBucket: string | undefined;
  readonly logBucketEncrypted: boolean;
}
