/**
 * Attributes that are unknown in the code but certainly not null once the resource exists, which decides comparisons with null: `id` and
 * `arn` of managed resources. Where a type has them, they name the object that was made; where it has not, the reference is an error.
 * Other computed attributes can be null (`public_ip`, `endpoint`) and stay unknown, and so do those of data sources and of resources
 * that may not exist.
 */
import type { UnknownCode, UnknownReason, Value } from '@kumomori/model';

const ALWAYS_SET = new Set(['id', 'arn']);

/**
 * Reasons are handed on as they are by every step on the way of a value; function calls that may answer null give a new one. A class, since
 * looking into a weak set of reasons takes a tenth of an evaluation.
 */
class CertainReason implements UnknownReason {
  readonly code: UnknownCode;
  readonly detail: string;

  constructor({ code, detail }: UnknownReason) {
    this.code = code;
    this.detail = detail;
  }
}

/** The reason of an unknown attribute of a managed resource that certainly exists. */
export function reasonOfComputed(name: string, reason: UnknownReason): UnknownReason {
  return ALWAYS_SET.has(name) ? new CertainReason(reason) : reason;
}

/** True for such an attribute as it is, not for anything computed from it. */
export function isCertainlySet(value: Value): boolean {
  return value.kind === 'unknown' && value.reason instanceof CertainReason;
}

/** The same unknown as the result of a computation, of which nothing is certain. */
export function asComputed<V extends Value>(value: V): V {
  return value.kind === 'unknown' && value.reason instanceof CertainReason ? { ...value, reason: { ...value.reason } } : value;
}
