/** Control lists that are known as a whole: numbers without a check are added, so that manual is counted. */
import type { ControlLinks } from './correct-controls.ts';

/** Every number of `numbers` is there, or parts of it are (`AC-2(1)` of `AC-2`); what is there beside them stays. Sorted. O(n²) of a few hundred. */
export function completeControls(controls: readonly ControlLinks[], numbers: readonly string[]): readonly ControlLinks[] {
  const isThere = (number: string): boolean => controls.some(({ control }) => control === number || control.startsWith(`${number}(`));
  const missing = numbers.filter((number) => !isThere(number)).map((control): ControlLinks => ({ control, checks: [] }));
  if (missing.length === 0) return controls;
  return [...controls, ...missing].toSorted((a, b) => a.control.localeCompare(b.control, 'en', { numeric: true }));
}
