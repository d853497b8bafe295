/** Checks as admission rules: what can be asked of one object when it is admitted. */

/** What a rule is asked of: names the resources and the variables that its expression may use. */
export type AdmissionSubjectName =
  | 'pods'
  | 'roles'
  | 'bindings'
  | 'services'
  | 'service-accounts'
  | 'ingresses'
  | 'network-policies'
  | 'namespaces'
  | 'config-maps'
  | 'core-objects';

export interface AdmissionSubject {
  /** `GROUP/RESOURCE`; `/pods` is of the core group. */
  readonly resources: readonly string[];
  /** CEL by name, each may ask those before it. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface AdmissionRule {
  readonly on: AdmissionSubjectName;
  /** CEL: true when the object is right. */
  readonly expression: string;
  /** Of the Pod Security Standards: the levels that hold it, in their newest version. */
  readonly levels?: readonly ('baseline' | 'restricted')[];
  /** Stricter than the check, because an answer of another object is not asked. */
  readonly isStricter?: true;
}

/**
 * Why a check cannot be asked of an object that is admitted: it needs others; no API server admits what it is about; the server writes a
 * default over it; the API is gone or exempt from policies; CEL cannot search for it; a parameter has to be given; its kind is foreign.
 */
export type AdmissionObstacle =
  | 'other-objects'
  | 'not-admitted'
  | 'defaulted'
  | 'gone'
  | 'exempt'
  | 'search'
  | 'parameter'
  | 'foreign-kind';
