/** What the command line takes from the process; handed in by main.ts so that everything else can be tested without one. */
export interface CliStream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** 0 when unknown. */
  readonly columns: number;
}

export interface CliEnvironment {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly stdout: CliStream;
  readonly stderr: CliStream;
  /** Standard input; opened when a command asks for it. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
  /** Calls back at the first Ctrl-C instead of ending; the second one ends the process. The result takes that back. */
  readonly onInterrupt?: (callback: () => void) => () => void;
}
