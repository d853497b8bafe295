/** When two values that nobody knows are certainly the same. */
import type { Value } from '../value.ts';

/**
 * A key that is equal for values which are certainly the same: the text itself, or for texts with unknown parts the text with those parts
 * named by where they come from (`logs-${var.env}` twice is one bucket). Null when there is nothing to hold on to.
 */
export function identityOf(value: Value): string | null {
  switch (value.kind) {
    case 'string':
      return value.value === '' ? null : value.value;
    case 'number':
      return String(value.value);
    case 'template': {
      const parts = value.parts.map((part) => (typeof part === 'string' ? part : identityOf(part)));
      return parts.includes(null) ? null : parts.join('');
    }
    case 'unknown': {
      const [ref] = value.refs;
      if (ref) return value.refs.length === 1 ? `\u0000${ref.address}#${ref.attribute}` : null;
      const isVariable = value.reason.code === 'unset-variable' && value.range;
      return isVariable ? `\u0000${isVariable.source.path}:${isVariable.start}` : null;
    }
    default:
      return null;
  }
}
