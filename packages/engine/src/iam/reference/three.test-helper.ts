/** Kleene's three values: what the reference evaluator computes with, because a context key may be unknown. */
export type Three = 'yes' | 'no' | 'unknown';

export function all(parts: readonly Three[]): Three {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

export function some(parts: readonly Three[]): Three {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}

export function not(part: Three): Three {
  if (part === 'unknown') return 'unknown';
  return part === 'yes' ? 'no' : 'yes';
}

export function known(value: boolean): Three {
  return value ? 'yes' : 'no';
}
