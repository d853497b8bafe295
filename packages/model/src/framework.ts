/** A version of a standard or benchmark: its control numbers and which of our checks answer them. Ids and numbers only, no text of the standard. */
export interface Framework {
  /** `cis-aws` */
  readonly id: string;
  /** `5.0` */
  readonly version: string;
  readonly name: string;
  /** `own-mapping`: the mapping is ours by objective, not inherited from others. */
  readonly mapping: 'inherited' | 'own';
  /** False when the list of controls is known to be incomplete; said wherever manual controls are counted. */
  readonly complete: boolean;
  readonly controls: readonly FrameworkControl[];
}

export interface FrameworkControl {
  readonly control: string;
  /** Ids of checks; empty: manual, never passed. May name checks that do not exist yet (`planned`). */
  readonly checks: readonly string[];
  /** Checks of the inventory that are not written yet. */
  readonly planned: readonly string[];
}
