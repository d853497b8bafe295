/**
 * How a project watches its logs. In code it is there only where a root module sets up at least two kinds of logging: only then does
 * something that is missing say anything.
 */
export interface LogMonitoring {
  /** Log metrics, and alerts on log entries themselves. */
  readonly metrics: readonly LogMetric[];
  readonly sinks: readonly ExportedLogs[];
}

export interface LogMetric {
  /** In the query language of Cloud Logging. */
  readonly filter: string;
  /** An alert policy that is switched on uses it. */
  readonly isAlerted: boolean;
}

export interface ExportedLogs {
  /** Undefined: every entry. */
  readonly filter: string | undefined;
  readonly hasExclusions: boolean;
  /** Default false. */
  readonly isDisabled: boolean;
}
