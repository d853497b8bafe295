import type { PolicyDocument } from '../../../policy/index.ts';

/** A Glacier vault with its access policy. Source: hashicorp/aws documentation of aws_glacier_vault, read 2026-11-22. */
export interface ArchiveVault {
  readonly policy: PolicyDocument | undefined;
}
