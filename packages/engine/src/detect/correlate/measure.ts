/** Whether what lies in a window is what a correlation asks for. */
import type { SigmaComparison, SigmaCondition, SigmaCorrelation } from '@kumomori/model';

/** What a point counts as within its group. */
export interface Entry<P> {
  readonly point: P;
  readonly time: number;
  /** Which of the correlation's rules, by their place in `rules`. */
  readonly member: number;
  /** Values of the field; of several fields each combination as one. */
  readonly values: readonly string[];
}

/** True when more events can only bring the condition nearer: then a window is decided as soon as it holds. */
export function isMonotone({ type, bounds, expression }: SigmaCorrelation): boolean {
  if (expression) return type === 'temporal' && !hasNot(expression);
  if (!bounds.every(({ operator }) => operator === 'gt' || operator === 'gte')) return false;
  return type === 'event_count' || type === 'value_count' || type === 'temporal' || (type === 'temporal_ordered' && bounds.length === 0);
}

function hasNot(condition: SigmaCondition): boolean {
  return condition.kind === 'not' || ('parts' in condition && condition.parts.some((part) => hasNot(part)));
}

/** Entries of a window, in order of time. */
export function holds<P>(correlation: SigmaCorrelation, window: readonly Entry<P>[]): boolean {
  const { type, bounds } = correlation;
  if (type === 'temporal' || type === 'temporal_ordered') return holdsTemporal(correlation, window);
  if (type === 'event_count') return within(window.length, bounds);
  if (type === 'value_count') return within(new Set(window.flatMap(({ values }) => values)).size, bounds);
  const numbers = window.flatMap(({ values }) => values.map((value) => (value.trim() === '' ? Number.NaN : Number(value))));
  const known = numbers.filter((number) => Number.isFinite(number));
  return known.length > 0 && within(statistic(correlation, known), bounds);
}

export function within(value: number, bounds: SigmaCorrelation['bounds']): boolean {
  return bounds.every(({ operator, value: bound }) => compare(value, operator, bound));
}

function compare(value: number, operator: SigmaComparison, bound: number): boolean {
  switch (operator) {
    case 'gt':
      return value > bound;
    case 'gte':
      return value >= bound;
    case 'lt':
      return value < bound;
    case 'lte':
      return value <= bound;
    case 'eq':
      return value === bound;
    default:
      return value !== bound;
  }
}

function statistic({ type, percentile }: SigmaCorrelation, numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  if (type === 'value_sum') return sum;
  if (type === 'value_avg') return sum / numbers.length;
  const sorted = numbers.toSorted((a, b) => a - b);
  if (type === 'value_min') return sorted[0] ?? 0;
  if (type === 'value_max') return sorted.at(-1) ?? 0;
  return quantile(sorted, type === 'value_median' ? 0.5 : (percentile ?? 50) / 100);
}

/** Between two values where it falls between them (as `quantile_cont` of SQL). */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

function holdsTemporal<P>({ type, rules, bounds, expression }: SigmaCorrelation, window: readonly Entry<P>[]): boolean {
  const present = new Set(window.map(({ member }) => member));
  if (expression) {
    const named = (name: string): boolean => present.has(rules.indexOf(name));
    if (!evaluate(expression, named)) return false;
  } else if (bounds.length > 0 ? !within(present.size, bounds) : present.size < rules.length) return false;
  return (
    type === 'temporal' ||
    inOrder(
      [...present].toSorted((a, b) => a - b),
      window,
    )
  );
}

function evaluate(condition: SigmaCondition, named: (name: string) => boolean): boolean {
  switch (condition.kind) {
    case 'name':
      return named(condition.name);
    case 'of':
      return condition.every ? condition.names.every((name) => named(name)) : condition.names.some((name) => named(name));
    case 'not':
      return !evaluate(condition.part, named);
    case 'and':
      return condition.parts.every((part) => evaluate(part, named));
    default:
      return condition.parts.some((part) => evaluate(part, named));
  }
}

/** Whether events of these members follow each other in this order; one event is one step. */
function inOrder<P>(members: readonly number[], window: readonly Entry<P>[]): boolean {
  let next = 0;
  let last: P | null = null;
  for (const { member, point } of window) {
    if (member !== members[next] || point === last) continue;
    last = point;
    next++;
  }
  return next >= members.length;
}
