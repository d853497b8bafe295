/** ValidatingAdmissionPolicy and its binding. Source: Kubernetes API reference, admissionregistration.k8s.io/v1, read 2026-11-22. */
import type { CelExpr } from '../cel/index.ts';
import type { Range } from '../source.ts';

/** An expression with the way from its offsets to places in the file. */
export interface PlacedCel {
  readonly text: string;
  readonly expression: CelExpr;
  /** The text in the file; null when the value has no place. */
  readonly range: Range | null;
  /** Offset in the file's text of an offset in the expression. */
  readonly offsetOf: (offset: number) => number;
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** Everything must hold; empty: everything matches. */
export type LabelSelector = readonly LabelRequirement[];

/** `*` stands for all; resources may name subresources: `pods/exec`. */
export interface AdmissionResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly string[];
  /** Empty: every name. */
  readonly resourceNames: readonly string[];
  readonly scope: '*' | 'Cluster' | 'Namespaced';
}

export interface AdmissionMatch {
  readonly rules: readonly AdmissionResourceRule[];
  readonly excluded: readonly AdmissionResourceRule[];
  readonly namespaces: LabelSelector;
  readonly objects: LabelSelector;
  readonly policy: 'Equivalent' | 'Exact';
}

export interface NamedCel {
  readonly name: string;
  readonly cel: PlacedCel;
}

export interface AdmissionValidation {
  readonly cel: PlacedCel;
  readonly message: string | null;
  readonly messageCel: PlacedCel | null;
  /** `Invalid` when nothing is written. */
  readonly reason: string;
}

export interface AdmissionPolicy {
  readonly name: string;
  readonly range: Range;
  /** What an error of an expression means: `Fail` refuses. */
  readonly failurePolicy: 'Fail' | 'Ignore';
  readonly paramKind: { readonly apiVersion: string; readonly kind: string } | null;
  readonly match: AdmissionMatch;
  readonly conditions: readonly NamedCel[];
  /** In the order they are written: each may ask those before it. */
  readonly variables: readonly NamedCel[];
  readonly validations: readonly AdmissionValidation[];
  readonly auditAnnotations: readonly NamedCel[];
}

export type AdmissionAction = 'Deny' | 'Warn' | 'Audit';
export const admissionActions: readonly AdmissionAction[] = ['Deny', 'Warn', 'Audit'];

export interface AdmissionParamRef {
  readonly name: string | null;
  readonly namespace: string | null;
  readonly selector: LabelSelector | null;
  readonly ifNotFound: 'Allow' | 'Deny';
}

export interface AdmissionBinding {
  readonly name: string;
  readonly range: Range;
  readonly policyName: string;
  readonly actions: readonly AdmissionAction[];
  readonly paramRef: AdmissionParamRef | null;
  /** Narrows what the policy matches. `rules` may be empty: then those of the policy alone count. */
  readonly match: AdmissionMatch | null;
}
