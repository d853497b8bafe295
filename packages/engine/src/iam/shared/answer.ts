/** What the clouds other than AWS answer: allowed or not, under which condition, and what decided. */
import type { Three } from '../three.ts';
import { MAYBE, NO, YES } from '../three.ts';

/** Something that must hold so that the answer holds. */
export type GrantCondition =
  | {
      readonly kind: 'condition';
      /** `cel` and `abac`: as written in the policy; `activation`: an eligible role has to be activated; `unknown`: a part that nobody knows. */
      readonly language: 'cel' | 'abac' | 'activation' | 'unknown';
      readonly text: string;
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly GrantCondition[] }
  | { readonly kind: 'not'; readonly of: GrantCondition };

export interface GrantReason {
  readonly effect: 'allow' | 'deny' | 'none';
  /** `binding`, `assignment`, `deny-policy`, `boundary`, `access-policy`, `lock`, `group` … */
  readonly layer: string;
  /** What it is called: `ClusterRoleBinding/ops`, an id. */
  readonly by: string;
  /** The role, and which of its rules or permissions, from 0. */
  readonly role?: string;
  readonly rule?: number;
  readonly conditional?: GrantCondition;
}

export interface GrantDecision {
  readonly decision: 'allow' | 'implicit-deny' | 'explicit-deny';
  /** Null: always. */
  readonly conditional: GrantCondition | null;
  readonly because: readonly GrantReason[];
}

/** A value and what it hangs on: `when` is null for YES and NO. */
export interface Conditional {
  readonly value: Three;
  readonly when: GrantCondition | null;
}

export const never: Conditional = { value: NO, when: null };
export const always: Conditional = { value: YES, when: null };

export function onlyIf(language: 'cel' | 'abac' | 'activation' | 'unknown', text: string): Conditional {
  return { value: MAYBE, when: { kind: 'condition', language, text } };
}

/** Holds when all do. Conditions that are equal are said once. */
export function every(parts: readonly Conditional[]): Conditional {
  if (parts.some(({ value }) => value === NO)) return never;
  return combined('and', parts);
}

/** Holds when one does. */
export function some(parts: readonly Conditional[]): Conditional {
  if (parts.some(({ value }) => value === YES)) return always;
  return combined(
    'or',
    parts.filter(({ value }) => value !== NO),
  );
}

export function not({ value, when }: Conditional): Conditional {
  if (value === MAYBE && when) return { value: MAYBE, when: when.kind === 'not' ? when.of : { kind: 'not', of: when } };
  return value === YES ? never : always;
}

function combined(kind: 'and' | 'or', parts: readonly Conditional[]): Conditional {
  const open = new Map<string, GrantCondition>();
  for (const { when } of parts) if (when) for (const each of when.kind === kind ? when.of : [when]) open.set(JSON.stringify(each), each);
  const conditions = [...open.values()];
  const [only, ...others] = conditions;
  if (!only) return kind === 'and' ? always : never;
  return { value: MAYBE, when: others.length === 0 ? only : { kind, of: conditions } };
}

/** Grants and denials → the decision. A denial that may apply becomes a condition of what is allowed. */
export function concluded(
  grants: readonly (GrantReason & { readonly holds: Conditional })[],
  denials: readonly (GrantReason & { readonly holds: Conditional })[],
): GrantDecision {
  const refusing = denials.filter(({ holds }) => holds.value === YES);
  if (refusing.length > 0) return { decision: 'explicit-deny', conditional: null, because: refusing.map(reasonOf) };
  const granting = grants.filter(({ holds }) => holds.value !== NO);
  if (granting.length === 0) return { decision: 'implicit-deny', conditional: null, because: grants.map(reasonOf) };
  const maybe = denials.filter(({ holds }) => holds.value === MAYBE);
  const sure = granting.filter(({ holds }) => holds.value === YES);
  const { when } = every([some(granting.map(({ holds }) => holds)), ...maybe.map(({ holds }) => not(holds))]);
  return { decision: 'allow', conditional: when, because: [...(sure.length > 0 ? sure : granting), ...maybe].map(reasonOf) };
}

function reasonOf({ holds, ...reason }: GrantReason & { readonly holds: Conditional }): GrantReason {
  return holds.when ? { ...reason, conditional: holds.when } : reason;
}

/** `a && !(b || c)`, on one line. */
export function printGrantCondition(condition: GrantCondition): string {
  switch (condition.kind) {
    case 'condition':
      return condition.text;
    case 'not':
      return `!(${printGrantCondition(condition.of)})`;
    default:
      return condition.of
        .map((each) =>
          each.kind === condition.kind || each.kind === 'condition' || each.kind === 'not'
            ? printGrantCondition(each)
            : `(${printGrantCondition(each)})`,
        )
        .join(condition.kind === 'and' ? ' && ' : ' || ');
  }
}
