/**
 * Attributes that are unknown in the code but certainly not null once the resource exists, which decides comparisons with null: `id` and
 * `arn` of managed resources. Where a type has them, they name the object that was made; where it has not, the reference is an error.
 * Other computed attributes can be null (`public_ip`, `endpoint`) and stay unknown, and so do those of data sources and of resources
 * that may not exist.
 */
import type { UnknownReason, Value } from '@kumomori/model';

const ALWAYS_SET = new Set(['id', 'arn']);
/** Reasons are handed on as they are by every step on the way of a value; function calls that may answer null give a new one. */
const reasons = new WeakSet<UnknownReason>();

/** Notes the reason of an unknown attribute of a managed resource that certainly exists. */
export function noteComputed(name: string, reason: UnknownReason): void {
  if (ALWAYS_SET.has(name)) reasons.add(reason);
}

/** True for such an attribute as it is, not for anything computed from it. */
export function isCertainlySet(value: Value): boolean {
  return value.kind === 'unknown' && reasons.has(value.reason);
}

/** The same unknown as the result of a computation, of which nothing is certain. */
export function asComputed<V extends Value>(value: V): V {
  return value.kind === 'unknown' && reasons.has(value.reason) ? { ...value, reason: { ...value.reason } } : value;
}
