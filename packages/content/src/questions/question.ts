/** A question of an investigation, what answers it, and what the answer means. */
interface Texts {
  readonly en: string;
  readonly ja: string;
}

export interface InvestigationQuestion {
  readonly id: string;
  readonly question: Texts;
  /** Kinds of entities it is asked of. */
  readonly kinds: readonly ('principal' | 'credential' | 'session' | 'address' | 'resource')[];
  /** A hunt of the lake, and its parameter that takes the entity; null: the hunt asks of everybody. */
  readonly hunt?: { readonly id: string; readonly parameter: string | null };
  /** Where in an investigation of the entity the answer stands. */
  readonly look?: 'timeline' | 'chains' | 'news' | 'principals' | 'peers' | 'reach' | 'findings' | 'paths' | 'open';
  /** Operations to look for there, in any case; none: anything. */
  readonly operations?: readonly string[];
  readonly yes: Texts;
  readonly no: Texts;
}
