import type { Severity } from '@kumomori/model';
import type { ParameterOverrides } from '@kumomori/engine';

/** kumomori.yaml with every name resolved. */
export interface Config {
  /** As shown to people; null when there is no file. */
  readonly file: string | null;
  readonly failOn: Severity | 'none' | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Null: all. */
  readonly selected: ReadonlySet<string> | null;
  readonly skipped: ReadonlySet<string>;
  readonly severity: ReadonlyMap<string, Severity>;
  readonly parameters: ReadonlyMap<string, ParameterOverrides>;
  readonly terraform: {
    readonly varFiles: readonly string[];
    readonly variables: ReadonlyMap<string, string>;
    readonly workspace: string | null;
  };
  readonly exceptions: readonly ConfigException[];
  readonly expectedDrift: readonly ConfigExpectedDrift[];
}

/** Drift that is known and may stay for a while. A selector that is left out fits everything. */
export interface ConfigExpectedDrift {
  readonly file: string;
  /** Where its entry begins. */
  readonly line: number;
  readonly kinds: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly resources: readonly string[] | null;
  readonly attributes: readonly string[] | null;
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds. */
  readonly expires: string;
}

export interface ConfigException {
  readonly file: string;
  /** Where its entry begins. */
  readonly line: number;
  /** As written, for messages. */
  readonly written: readonly string[];
  readonly checks: ReadonlySet<string>;
  /** Null: any. */
  readonly resources: readonly string[] | null;
  readonly paths: readonly string[] | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly environments: readonly string[] | null;
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds. */
  readonly expires: string;
}

export const emptyConfig: Config = {
  file: null,
  failOn: null,
  include: [],
  exclude: [],
  selected: null,
  skipped: new Set(),
  severity: new Map(),
  parameters: new Map(),
  terraform: { varFiles: [], variables: new Map(), workspace: null },
  exceptions: [],
  expectedDrift: [],
};
