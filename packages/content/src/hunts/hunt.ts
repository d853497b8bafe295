/** A question that is worth asking a lake, with its SQL. */
export interface Hunt {
  /** Kebab-case, never changed once shipped. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** What the rows answer. */
  readonly question: { readonly en: string; readonly ja: string };
  /** ATT&CK techniques that such rows may be a trace of. */
  readonly techniques: readonly string[];
  /** DuckDB SQL over the lake's views; `$name` for parameters. Ends with ORDER BY: a LIMIT is put after it. */
  readonly sql: string;
  readonly parameters?: Readonly<Record<string, { readonly value: string; readonly what: { readonly en: string; readonly ja: string } }>>;
}

interface CallHunt extends Omit<Hunt, 'sql'> {
  /** Names of operations of CloudTrail. */
  readonly actions: readonly string[];
  /** A further condition over the columns of `events`. */
  readonly and?: string;
}

/** Calls of CloudTrail by name, newest first. */
export function calls({ actions, and, ...hunt }: CallHunt): Hunt {
  const names = actions.map((each) => `'${each}'`).join(', ');
  return {
    ...hunt,
    sql: `SELECT time, account, region, principal, action, source_ip, user_agent, error, request
FROM events
WHERE source = 'aws.cloudtrail' AND event_code IN (${names})${and === undefined ? '' : ` AND ${and}`}
ORDER BY time DESC`,
  };
}
