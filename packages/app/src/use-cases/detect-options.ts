/** What a run of rules over logs is told, and what it tells. */
import type { Diagnostic, Language, SigmaLevel } from '@kumomori/model';
import type { BehaviorOptions } from './behavior-surroundings.ts';
import type { LogsFrom } from './logs-from.ts';
import type { IncidentRow } from './match-rows.ts';

export interface DetectOptions extends BehaviorOptions, LogsFrom {
  readonly logs: readonly string[];
  /** Files and folders of rules; none: our own. */
  readonly rules: readonly string[];
  /** Our own rules also beside the given ones. */
  readonly withOwn: boolean;
  readonly placeholders: string | null;
  /** Folder of a store of indicators; null: none. */
  readonly intel?: string | null;
  readonly minLevel: SigmaLevel;
  readonly cwd: string;
  readonly language: Language;
  /** YYYY-MM-DD, the day included; for lakes only. */
  readonly until?: string | null;
  /** Threads beside the main one; null: as many as there are processors, none for little. */
  readonly workers: number | null;
}

export interface DetectSummary {
  readonly objects: number;
  readonly events: number;
  readonly matches: number;
  readonly byLevel: Readonly<Record<SigmaLevel, number>>;
  readonly rules: { readonly compiled: number; readonly rejected: number; readonly otherLogs: number };
  /** Records and lines that could not be read, and records of no known log. */
  readonly damaged: number;
  readonly unrecognized: number;
}

export interface DetectResult {
  readonly summary: DetectSummary;
  readonly incidents: readonly IncidentRow[];
  readonly diagnostics: readonly Diagnostic[];
}
