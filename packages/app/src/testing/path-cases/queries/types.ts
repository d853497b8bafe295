/** What answers a question about attack paths in a few lines of code, and single changes each of which ends it. */
/** One change: a text that becomes another (where it stands first; in a list or the snapshot when not in the code), or what the code says at its end besides. */
export type QueryChange = readonly [what: string, text: string, other: string] | readonly [what: string, added: string];

export interface QueryCase {
  /** Number in the list of questions of the field. */
  readonly number: number;
  readonly query: string;
  readonly name: string;
  /** Terraform, written to `main.tf`; a change changes this. */
  readonly code: string;
  /** Further files. */
  readonly files?: Readonly<Record<string, string>>;
  /** A collected account beside the code: `PLACE:SERVICE:CALL` → answers, as JSON. */
  readonly snapshot?: string;
  /** CSV for `--vulnerabilities`. */
  readonly vulnerabilities?: string;
  /** CSV for `--people`. */
  readonly people?: string;
  readonly ends: readonly QueryChange[];
  /** Fixes that the path must name, and what carries them out. */
  readonly fixes: readonly (readonly [summary: RegExp, ...change: QueryChange])[];
}
