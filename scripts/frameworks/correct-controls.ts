import type { Correction } from './corrections.ts';
import { reviewedChecks } from './reviewed-checks.ts';

export interface ControlLinks {
  readonly control: string;
  /** Ids of checks, sorted. */
  readonly checks: readonly string[];
}

/**
 * The controls with every correction applied, in the given order; checks of a control sorted and unique. Throws when a correction names a
 * control that is not there or changes nothing: a correction the source has caught up with is taken out, not carried along.
 */
export function correctControls(
  controls: readonly ControlLinks[],
  corrections: readonly Correction[],
  reviewed: readonly string[] = reviewedChecks,
): readonly ControlLinks[] {
  const links = new Map(controls.map(({ control, checks }) => [control, checks]));
  for (const correction of corrections) {
    for (const control of correction.controls) {
      const before = links.get(control);
      if (before === undefined) throw new Error(`${control} is not a control: ${correction.reason}`);
      const after = changed(before, correction, reviewed);
      if (after.length === before.length) throw new Error(`${control}: ${correction.change} changes nothing: ${correction.reason}`);
      links.set(control, after);
    }
  }
  return [...links].map(([control, checks]) => ({ control, checks: checks.toSorted() }));
}

function changed(before: readonly string[], { change, checks }: Correction, reviewed: readonly string[]): readonly string[] {
  switch (change) {
    case 'add':
      return [...new Set([...before, ...checks])];
    case 'remove':
      return before.filter((id) => !checks.includes(id));
    case 'keep':
      return before.filter((id) => checks.includes(id) || !reviewed.includes(id));
    default:
      return change satisfies never;
  }
}
