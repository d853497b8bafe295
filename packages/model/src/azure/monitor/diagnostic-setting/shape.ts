import type { Ref } from '../../../node.ts';
import type { StorageAccount } from '../../storage/account/shape.ts';

/** Where logs of a resource, or the activity log of a subscription, are sent. Source: Azure Monitor documentation "Diagnostic settings", read 2026-11-22. */
export interface DiagnosticSetting {
  /** It exports the activity log. */
  readonly isOfSubscription: boolean;
  /** Categories and groups that are sent: `Administrative`, `Security`, `allLogs` … */
  readonly categories: readonly string[];
  /** Where they are stored, when it is a storage account. */
  readonly hasStorageAccount: boolean;
  readonly storageAccount: Ref<StorageAccount> | undefined;
  /** How long the storage account keeps what is sent: of logs that are sent and say it. */
  readonly retentions: readonly LogRetention[];
}

/** Retired by Azure on 2025-09-30 in favor of lifecycle rules of the account; settings that have it keep it. */
export interface LogRetention {
  readonly isEnabled: boolean;
  /** Days; 0: for ever. */
  readonly days: number;
}
