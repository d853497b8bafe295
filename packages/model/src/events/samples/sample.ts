import type { EventFacts, LogEvent, LogOrigin } from '../event.ts';
import type { LogSource } from '../sources.ts';

/** A record as its source writes it, with what has to be read from it. */
export interface Sample {
  readonly name: string;
  readonly event: LogEvent;
  /** What must hold; facts that are not named are not looked at. */
  readonly facts: Partial<EventFacts>;
  /** OCSF class and activity: `6003/2`. */
  readonly ocsf: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** Samples of one source. Each: name, record, facts, class and activity, and the wrapping where there was one. */
export function samplesOf(
  source: LogSource,
  rows: readonly (readonly [string, Raw, Partial<EventFacts>, string, LogOrigin?])[],
): readonly Sample[] {
  return rows.map(([name, record, facts, ocsf, origin]) => ({
    name: `${source}: ${name}`,
    event: origin ? { source, record, origin } : { source, record },
    facts,
    ocsf,
  }));
}
