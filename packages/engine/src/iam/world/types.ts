/** What the world of identities of an estate consists of. AWS only; the other clouds have evaluators of their own. */
import type { AwsRole, AwsUser, Range, SourcedDocument } from '@kumomori/model';
import type { AccessCondition, Because, DecisionName } from '../aws/index.ts';

/** A policy somebody holds, or a resource has, with everything an explanation needs. */
export interface HeldPolicy {
  /** Name of the policy: `AdministratorAccess`, the name of an inline policy. */
  readonly name: string;
  /** Plain JSON. The same object for the same policy, so that it is compiled once. */
  readonly document: object;
  /** Places of its statements; empty where there are none (policies of AWS). */
  readonly statements: SourcedDocument['statements'];
  /** Where it is given: the attachment, the inline policy, the block of the resource. */
  readonly place: Range | null;
  /** Name of the group it is held through. */
  readonly group: string | null;
  /** ARN of a managed policy; null for inline ones and for policies of resources. */
  readonly arn: string | null;
  /** Not null: what it says is not known, and why. `document` then allows everything under a condition that nobody knows. */
  readonly unknown: string | null;
}

/** The policies of one level of the organization. */
export interface HeldLevel {
  readonly level: string;
  readonly policies: readonly HeldPolicy[];
}

export interface IamPrincipal {
  /** The ARN. */
  readonly id: string;
  readonly kind: 'user' | 'role';
  readonly name: string;
  readonly account: string;
  /** Of contracts.md §4. */
  readonly node: string;
  readonly place: Range;
  readonly tags: Readonly<Record<string, string>>;
  /** The block that says most; null for what is only named by others (a permission set's role, a role that only an attachment names). */
  readonly entity: AwsUser | AwsRole | null;
  /** Of a role of Identity Center: id of its permission set. */
  readonly permissionSet: string | null;
  /** Ids of groups. */
  readonly groups: readonly string[];
  readonly identity: readonly HeldPolicy[];
  /** Null: none. */
  readonly boundary: readonly HeldPolicy[] | null;
  /** Of roles: who may become it. Null: not known, or a user. */
  readonly trust: HeldPolicy | null;
  /** What is not known of it, one line each. */
  readonly unknowns: readonly string[];
}

/** Principals that may do the same on whatever does not name them. */
export interface PrincipalClass {
  readonly id: number;
  readonly account: string;
  readonly members: readonly IamPrincipal[];
}

/** One step of an explanation, with its policy and place. */
export interface Reason extends Because {
  readonly policyName: string | null;
  /** The statement; else where the policy is given. */
  readonly place: Range | null;
  /** The group the policy is held through. */
  readonly group: string | null;
  /** The policy's content is not known. */
  readonly unknown: string | null;
}

export interface WorldDecision {
  readonly decision: DecisionName;
  /** Null: always. */
  readonly condition: AccessCondition | null;
}

export interface ExplainedDecision extends WorldDecision {
  readonly because: readonly Reason[];
}

/** Who can do an action on a resource. */
export interface Grantee extends ExplainedDecision {
  /** ARN, account, service, `*` for everybody. */
  readonly principal: string;
  /** `known`: of this estate. `outside`: only named by the resource's policy. */
  readonly kind: 'user' | 'role' | 'account' | 'service' | 'federated' | 'anyone' | 'outside';
  readonly node: string | null;
  readonly place: Range | null;
}

/** What could be decided differently if it were known. */
export interface AskOptions {
  /** Condition keys that are known; others are conditions of the answer. */
  readonly context?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Resources whose account nobody knows (`arn:aws:s3:::orders-*`) are taken for the principal's own; else both sides would have to allow. */
  readonly takesForOwn?: boolean;
  /** As if the principal had no boundary: what removing it would give. */
  readonly withoutBoundary?: boolean;
}

/** Candidates of a question, sorted; the same object asked again is answered faster. */
export interface CandidateSet {
  readonly arns: readonly string[];
}

/** A run of a {@link CandidateSet} on which the answer is the same. `to` is exclusive. */
export interface AllowedRange {
  readonly from: number;
  readonly to: number;
  readonly condition: AccessCondition | null;
}
