/** A version of a standard or benchmark: its control numbers and which of our checks answer them. Ids and numbers only, no text of the standard. */
export interface Framework {
  /** `cis-aws` */
  readonly id: string;
  /** `5.0` */
  readonly version: string;
  readonly name: string;
  /** `inherited`: from published mappings of others (NOTICE); `own`: ours, by control objective, not the standard's. */
  readonly mapping: 'inherited' | 'own';
  /** False when the list of controls is known to be incomplete; said wherever manual controls are counted. */
  readonly complete: boolean;
  /** Control number → ids of checks, in the standard's order. Empty: no automated check yet, manual, never passed. */
  readonly controls: Readonly<Record<string, readonly string[]>>;
}
