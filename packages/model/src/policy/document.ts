/** The shape of an IAM policy document (identity, resource, trust, key and queue policies alike). */
export interface PolicyDocument {
  /** `2012-10-17`; AWS's default is `2008-10-17`. */
  readonly version: string;
  readonly statements: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** Empty in identity policies. `"*"` and `{"AWS": "*"}` are both `{ type: 'AWS', value: '*' }`. */
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** Texts with unknown parts hold the character HOLE (U+FFFC) in their place. */
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** All of them must hold. */
  readonly conditions: readonly PolicyCondition[];
}

export interface PolicyPrincipal {
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: string;
}

export interface PolicyCondition {
  /** As written: `StringLike`, `ForAnyValue:StringEqualsIfExists`. */
  readonly operator: string;
  readonly key: string;
  /** One of them must match. */
  readonly values: readonly string[];
}
