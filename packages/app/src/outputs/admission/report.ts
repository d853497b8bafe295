import type { AdmissionOperation, AdmissionStatus } from '@kumomori/engine';
import type { Diagnostic, Language, Text } from '@kumomori/model';
import type { AdmissionSummaryCounts } from '../../i18n/index.ts';

export interface AdmissionPlace {
  readonly file: string;
  /** Null: a live object, or nothing to point at. */
  readonly line: number | null;
}

export interface AdmissionPolicyEntry extends AdmissionPlace {
  readonly name: string;
  readonly bindings: readonly string[];
  /** It looks at none of the objects. */
  readonly isIdle: boolean;
  /** The file it comes from was named with `--policy`; else it was found among the objects. */
  readonly isGiven: boolean;
}

/** One validation that does not hold or cannot be decided. */
export interface AdmissionEntry {
  readonly status: Exclude<AdmissionStatus, 'allowed'>;
  readonly object: AdmissionPlace & {
    readonly operation: AdmissionOperation;
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string | null;
    readonly name: string;
    /** The object is a pod that this one makes: `apps/v1 Deployment orders-api`. */
    readonly madeBy: string | null;
  };
  /** Where in the object what decided stands; the object itself when nothing else is known. */
  readonly evidence: AdmissionPlace;
  readonly policy: string;
  readonly binding: string | null;
  readonly actions: readonly string[];
  readonly message: Text;
  readonly reason: string;
  /** The expression failed to be evaluated; failurePolicy Fail refuses then. */
  readonly isError: boolean;
  readonly expression: (AdmissionPlace & { readonly text: string }) | null;
}

export interface AdmissionReport {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly targets: readonly string[];
  /** Objects with at least one entry of the status count once for each status; `allowed`: those that policies look at and that have none. */
  readonly summary: AdmissionSummaryCounts;
  readonly policies: readonly AdmissionPolicyEntry[];
  readonly entries: readonly AdmissionEntry[];
  /** A policy or binding could not be read: what it would say is not in here. */
  readonly hasUnread: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface AdmissionOutputContext {
  readonly language: Language;
  readonly color: boolean;
  readonly width: number;
}

export interface AdmissionFormat {
  readonly name: string;
  readonly render: (report: AdmissionReport, context: AdmissionOutputContext) => string;
}
