/** What `lintPolicy` looks at and what it says. The words for people are in the application, by the id of the lint. */
import type { ActionCatalogue } from '../aws/index.ts';

/** Where the policy hangs, which decides what it may hold. A KMS key policy and a bucket policy are `resource`, a role's trust policy is `trust`. */
export type PolicyKind = 'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'scp' | 'rcp' | 'vpce';

/** `error`: AWS refuses it or it never has an effect. `security`: it opens more than it seems to. `warning`: probably not what was meant. */
export type LintLevel = 'error' | 'security' | 'warning' | 'suggestion';

export interface LintFinding {
  readonly id: LintId;
  readonly level: LintLevel;
  /** `Statement[2].Condition.StringEquals.aws:SourceVpce`; empty for the document as a whole. */
  readonly path: string;
  /** From 0; null for the document as a whole. */
  readonly statement: number | null;
  readonly sid: string | null;
  /** What is wrong, as written, cut at 200 characters; empty where nothing is written. */
  readonly text: string;
  /** What was probably meant, or what it collides with; null where there is nothing to say. */
  readonly hint: string | null;
}

export interface LintOptions {
  readonly kind: PolicyKind;
  /** Null: nothing is said about names of actions, resources and keys. */
  readonly catalogue: ActionCatalogue | null;
  /** The account that the policy belongs to; null: other accounts are not told from the own one. */
  readonly account: string | null;
  /** Actions that lead to more rights when held together; each set is one way. */
  readonly escalations?: readonly { readonly id: string; readonly actions: readonly string[] }[];
}

/** Every lint there is, with its level. The ids are stable. */
export const LINTS = {
  'not-a-document': 'error',
  'no-statement': 'warning',
  'unknown-element': 'error',
  'version-missing': 'warning',
  'version-old': 'suggestion',
  'version-unknown': 'error',
  'variable-in-old-version': 'error',
  'policy-too-long': 'error',
  'effect-invalid': 'error',
  'sid-duplicate': 'error',
  'sid-invalid': 'error',
  'statement-repeated': 'suggestion',
  'statement-covered': 'suggestion',
  'allow-always-denied': 'warning',
  'action-missing': 'error',
  'action-and-not-action': 'error',
  'action-malformed': 'error',
  'action-service-unknown': 'error',
  'action-unknown': 'error',
  'action-matches-nothing': 'error',
  'not-action-in-allow': 'security',
  administrator: 'security',
  'every-action-of-sensitive-service': 'security',
  'resource-missing': 'error',
  'resource-and-not-resource': 'error',
  'arn-malformed': 'error',
  'arn-service-not-in-actions': 'error',
  'arn-never-matches': 'error',
  'arn-for-action-without-resource': 'error',
  'bucket-and-objects-mixed-up': 'error',
  'arn-region-in-global-service': 'error',
  'arn-account-in-bucket': 'error',
  'variable-before-resource-part': 'error',
  'not-resource-in-allow': 'security',
  'write-on-every-resource': 'warning',
  'principal-not-allowed': 'error',
  'principal-missing': 'error',
  'principal-empty': 'error',
  'principal-wildcard-in-arn': 'error',
  'principal-deleted': 'warning',
  'principal-malformed': 'error',
  'not-principal-in-allow': 'security',
  'not-principal-without-account': 'warning',
  'rcp-principal-not-everyone': 'error',
  public: 'security',
  'other-account': 'security',
  'trust-without-external-id': 'security',
  'trust-everyone': 'security',
  'service-for-anybody': 'security',
  'oidc-without-subject': 'security',
  'oidc-subject-too-wide': 'security',
  'saml-without-audience': 'security',
  'trust-action-without-effect': 'error',
  'operator-unknown': 'error',
  'operator-type': 'error',
  'if-exists-on-null': 'error',
  'condition-key-unknown': 'warning',
  'condition-value-invalid': 'error',
  'wildcard-without-like': 'warning',
  'for-all-values-in-allow': 'security',
  'for-any-value-in-deny': 'security',
  'set-operator-on-single-value': 'warning',
  'set-operator-missing': 'warning',
  'if-exists-in-allow': 'security',
  'negation-in-allow': 'security',
  'mfa-deny-without-if-exists': 'security',
  'private-source-ip': 'warning',
  'variable-in-wrong-operator': 'error',
  'pass-role-to-any-service': 'security',
  escalation: 'security',
  'key-without-administrators': 'warning',
} as const satisfies Readonly<Record<string, LintLevel>>;

export type LintId = keyof typeof LINTS;
