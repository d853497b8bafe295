/** What stands in the address of the page of paths. */

export interface PathSearch {
  /** Id of the one that is shown. */
  readonly path?: string;
  readonly severity?: string;
  readonly query?: string;
  readonly source?: string;
}

const names = ['path', 'severity', 'query', 'source'] as const;

/** Anything else is left out. */
export function readPathSearch(raw: Readonly<Record<string, unknown>>): PathSearch {
  // Ids of paths are hexadecimal: one of digits alone comes as a number.
  const known = names.flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(known.filter(([, value]) => value !== ''));
}

export function withFilter(search: PathSearch, name: keyof PathSearch, value: string): PathSearch {
  const { [name]: _, ...rest } = search;
  return value === '' ? rest : { ...rest, [name]: value };
}

interface Filtered {
  readonly severity: string;
  readonly query: string;
  readonly sourceId: string;
}

export function isShown({ severity, query, sourceId }: Filtered, search: PathSearch): boolean {
  return (
    (search.severity === undefined || search.severity === severity) &&
    (search.query === undefined || search.query === query) &&
    (search.source === undefined || search.source === sourceId)
  );
}
