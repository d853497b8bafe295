/**
 * The vocabulary of policy evaluation in AWS. The order of use:
 *
 *   const layers = compileLayers(policies, catalogue);          // once for each principal and resource
 *   const request = prepareRequest(accessRequest, { catalogue, mode });
 *   const answer = decide(layers, request);                     // hot: one small number, see DecisionCode
 *   const because = explain(layers, request);                   // on demand: which statement, which element
 *
 * or everything at once: `evaluateAccess(input, catalogue)`.
 * Source of the rules: AWS IAM User Guide, "Policy evaluation logic" and "IAM JSON policy elements"; docs/iam.md says what is decided how.
 */
import type { ActionCatalogue } from './catalogue.ts';

/**
 * A policy document as plain JSON, as given: an object with `Version` and `Statement`. Nothing is assumed about its shape. Texts of infrastructure
 * code with parts that nobody knows hold the character HOLE (U+FFFC) in their place: the answer is then `if`, in strict mode never an allow.
 */
export type PolicyDocumentInput = unknown;

/** Who asks. A text is read by its form: an ARN, an account id (its root user), `service.amazonaws.com`. */
export type PrincipalInput = string | PrincipalObject;

export interface PrincipalObject {
  /** `FederatedUser` is a session of GetFederationToken; `Federated` somebody with a token of an identity provider (AssumeRoleWith…). */
  readonly type: 'Anonymous' | 'AWS' | 'Service' | 'Federated' | 'FederatedUser' | 'CanonicalUser';
  /** The ARN, `lambda.amazonaws.com`, the provider (`accounts.google.com`, `arn:aws:iam::…:oidc-provider/…`); none for `Anonymous`. */
  readonly id?: string | undefined;
  /** Canonical id of the principal's account, where known: what `CanonicalUser` in a bucket policy or an ACL names. */
  readonly canonicalUserId?: string | undefined;
}

/** A string, or several for a multivalued key; null: the key is known to be absent. */
export type ContextValue = string | number | boolean | null | readonly (string | number | boolean)[];

export interface AccessRequest {
  readonly principal: PrincipalInput;
  /** `s3:GetObject`. Case does not matter; an action that the catalogue lacks is compared by its text. */
  readonly action: string;
  /** An ARN, or `*` for actions that know no resource. */
  readonly resource: string;
  /** Twelve digits; null where the ARN says it, or where it is not known (then both sides have to allow, as across accounts). */
  readonly resourceAccount: string | null;
  /** AccessCondition keys, without regard to case. In strict mode a key not given is absent, in discovery it is unknown. */
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** The policies attached at one level of the organization; one of them has to allow. */
export interface PolicyLevel {
  /** `r-ab12`, `ou-ab12-11111111`, an account id: only for the explanation. */
  readonly level: string;
  readonly policies: readonly PolicyDocumentInput[];
}

/** One policy document, a list of documents (their union), or null where there is no such layer. */
export type PolicyLayerInput = unknown;

/** `scp` and `rcp` run from the root down: each level has to allow. */
export interface PolicyLayers {
  readonly identity: readonly PolicyDocumentInput[];
  readonly resource: PolicyLayerInput;
  readonly boundary: PolicyLayerInput;
  readonly session: PolicyLayerInput;
  readonly scp: readonly PolicyLevel[] | null;
  readonly rcp: readonly PolicyLevel[] | null;
  readonly vpce: PolicyLayerInput;
}

/** S3 Block Public Access as it works on the bucket: the switches of account and bucket together. */
export interface S3BlockPublicAccess {
  readonly ignorePublicAcls?: boolean | undefined;
  readonly restrictPublicBuckets?: boolean | undefined;
}

/** An entry of an S3 ACL. `on` says whose list it is in. */
export interface AclGrant {
  /** A canonical user id, an account id, or the group `AllUsers` / `AuthenticatedUsers` / `LogDelivery` (also as its URI). */
  readonly grantee: string;
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';
  readonly on: 'bucket' | 'object';
}

/** A KMS grant. Source: AWS KMS Developer Guide, "Grants in AWS KMS". */
export interface KmsGrant {
  /** ARN of the user, role, session or account, or a service principal. */
  readonly grantee: string;
  /** `Decrypt`, `GenerateDataKey`, … */
  readonly operations: readonly string[];
  /** Must be contained in the encryption context (`subset`), or be all of it (`equals`). */
  readonly encryptionContext?: { readonly kind: 'subset' | 'equals'; readonly pairs: Readonly<Record<string, string>> } | undefined;
}

/** What decides outside of policies. All of it may be left out. */
export interface AccessSettings {
  /** True: all switches on. Null: none, or not known. */
  readonly s3BlockPublicAccess?: boolean | S3BlockPublicAccess | null | undefined;
  /** ACLs count unless the ownership is BucketOwnerEnforced: hand in none then. */
  readonly acl?: readonly AclGrant[] | null | undefined;
  readonly kmsGrants?: readonly KmsGrant[] | null | undefined;
  /** Account id of the organization's management account: SCPs do not limit its principals, RCPs not its resources. */
  readonly managementAccount?: string | null | undefined;
}

export type EvaluationMode = 'strict' | 'discovery';

/** One line of `iam evaluate` (contracts.md section 3). */
export interface AccessInput {
  readonly id?: string | undefined;
  readonly request: AccessRequest;
  readonly policies: PolicyLayers;
  readonly settings?: AccessSettings | undefined;
  readonly mode?: EvaluationMode | undefined;
}

/** Who can make a condition true. See `classifyKey`. */
export type KeyClass = 'attacker-settable' | 'attainable' | 'environment' | 'unknown';

/** What must hold so that the answer holds: simplified, no constants inside. `printCondition` gives one line. */
export type AccessCondition =
  | {
      readonly kind: 'test';
      readonly operator: string;
      readonly key: string;
      readonly values: readonly string[];
      readonly keyClass: KeyClass;
    }
  /** A part of the policy or request that nobody knows before it exists. `text` has `…` where the unknown part stands. */
  | { readonly kind: 'unknown-value'; readonly element: string; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly AccessCondition[] }
  | { readonly kind: 'not'; readonly of: AccessCondition };

export type LayerName = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'vpce' | 'service';

export type StatementElement = 'principal' | 'action' | 'resource' | 'condition';

/** Why an entry of the explanation is there. A closed list, so that it can be told in any language. */
export type AccessReason =
  | 'statement-allows'
  | 'statement-denies'
  /** A statement of this layer would do, but for the elements in `missed`. */
  | 'statement-misses'
  /** Nothing in the layer is about this action. */
  | 'nothing-allows'
  /** Strict mode: a deny that may match, because a part of it is unknown. */
  | 'statement-may-deny'
  /** AWS would refuse the statement; see the diagnostics of the policy. */
  | 'statement-refused'
  | 'no-policy'
  /** The resource policy names only the account: the identity has to be allowed as well. */
  | 'only-delegates'
  /** Key and trust policies do not trust their own account by themselves. */
  | 'not-delegated'
  | 'always-allowed'
  | 'root-user'
  | 'public-access-blocked'
  | 'acl-allows'
  | 'grant-allows'
  | 'cannot-be-modified'
  | 'root-cannot-assume';

export interface MissedElement {
  readonly element: StatementElement;
  /** What was wanted: the patterns, or one condition as `StringEquals aws:SourceVpce vpce-1`. Cut when long. */
  readonly wanted: string;
  /** What the request has; null: the key is not there, or is not known. */
  readonly got: string | null;
}

/** One step of the explanation: the layer, its effect on this request, and the statement that has it. */
export interface Because {
  readonly layer: LayerName;
  readonly effect: 'allow' | 'deny' | 'none';
  readonly reason: AccessReason;
  /** For `scp` and `rcp`. */
  readonly level?: string;
  /** Which document of the layer, and which statement of it; both start at 0. Absent where no statement is meant. */
  readonly policy?: number;
  readonly statement?: number;
  readonly sid?: string;
  readonly matched: readonly StatementElement[];
  readonly missed?: readonly MissedElement[];
  /** Under which this step has its effect. */
  readonly conditional?: AccessCondition;
}

export type DecisionName = 'allow' | 'implicit-deny' | 'explicit-deny';

/** In discovery mode: the best reachable decision, and the condition under which it holds (null: always). */
export interface Decision {
  readonly decision: DecisionName;
  readonly conditional: AccessCondition | null;
  readonly because: readonly Because[];
}

/** A part of a document that AWS would refuse, or that cannot be understood. It never widens: an Allow with it does not apply, a Deny does. */
export interface PolicyDiagnostic {
  readonly code:
    | 'not-a-document'
    | 'bad-version'
    | 'bad-statement'
    | 'bad-effect'
    | 'bad-action'
    | 'bad-resource'
    | 'bad-principal'
    | 'principal-missing'
    | 'principal-not-allowed'
    | 'bad-operator'
    | 'bad-condition'
    | 'too-large';
  /** `Statement[2].Condition.StringEquals`. */
  readonly path: string;
  /** The text in question, cut; empty when there is none. */
  readonly text: string;
}

export interface CompileOptions {
  readonly catalogue: ActionCatalogue | null;
}

export interface RequestOptions {
  /** Knows which actions take a resource at all, and which services RCPs cover. Null: every text is taken as it is. */
  readonly catalogue: ActionCatalogue | null;
  readonly mode: EvaluationMode;
}
