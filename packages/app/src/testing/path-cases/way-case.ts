/** One way of a catalogue in real code, and the same code with one thing changed, so that it is told no more. */

/** Why it ends, the text that is changed, and what stands in its place. */
export type Change = readonly [why: string, text: string, other: string];

export interface WayCase {
  /** When there is more than one case of a way. */
  readonly name?: string;
  /** Id in the catalogue. */
  readonly way: string;
  readonly code: string;
  /** `ENTRY: EDGE NODE, EDGE NODE` of the one path. */
  readonly tells: string;
  /** What must hold besides, as the path says it. */
  readonly condition?: string;
  /** Other rights by which it is told the same. */
  readonly sameWith?: readonly (readonly [text: string, other: string])[];
  readonly closedBy: readonly Change[];
}

/** One change for each of these texts: without it. */
export function without(texts: readonly string[]): readonly Change[] {
  return texts.map((text) => [`without ${text.replaceAll(/\s+/g, ' ').trim()}`, text, '']);
}
