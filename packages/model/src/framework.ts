import type { Text } from './text.ts';

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
  /** Of a framework of the user's own, which carries its words with it; those of the product are loaded when they are shown. */
  readonly texts?: FrameworkTexts;
}

/** What people read about a framework, in our own words. */
export interface FrameworkTexts {
  readonly name: Text;
  /** Null for a framework of the user's own. */
  readonly about: FrameworkAbout | null;
  /** Chapters by the beginning of the numbers in them: `1`, `AC`, `A.5`. */
  readonly groups: Readonly<Record<string, Text>>;
  /** Short titles by control number, or by the beginning of several. */
  readonly titles: Readonly<Record<string, Text>>;
  /** What to ask where no check answers. */
  readonly questions: Readonly<Record<string, Text>>;
}

/** Where a framework comes from. */
export interface FrameworkAbout {
  readonly publisher: Text;
  /** Where the standard itself is. */
  readonly url: string;
  /** Year, or year and month. */
  readonly published: string;
  /** Under which terms its own text stands, and therefore what is shown of it. */
  readonly license: Text;
}
