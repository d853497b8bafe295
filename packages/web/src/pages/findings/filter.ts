/** The filters of the list as they stand in the address: a link shows somebody else the same findings. */

export const facetNames = ['severity', 'state', 'department', 'provider', 'account', 'resourceType', 'check', 'source'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FindingSearch extends Partial<Readonly<Record<FacetName, readonly string[]>>> {
  /** `false`: what is over too. */
  readonly open?: boolean;
  readonly exposed?: boolean;
  readonly overdue?: boolean;
  readonly text?: string;
}

/** Anything that is no filter is left out. */
export function readSearch(raw: Readonly<Record<string, unknown>>): FindingSearch {
  const facets = facetNames.flatMap((name) => {
    const values = [raw[name]].flat().filter((each): each is string => typeof each === 'string' && each !== '');
    return values.length === 0 ? [] : [[name, values] as const];
  });
  return {
    ...Object.fromEntries(facets),
    ...(raw['open'] === false ? { open: false } : {}),
    ...(typeof raw['exposed'] === 'boolean' ? { exposed: raw['exposed'] } : {}),
    ...(typeof raw['overdue'] === 'boolean' ? { overdue: raw['overdue'] } : {}),
    ...(typeof raw['text'] === 'string' && raw['text'] !== '' ? { text: raw['text'] } : {}),
  };
}

/** As the API takes it. */
export function queryOf({ open = true, ...rest }: FindingSearch) {
  return open ? { open, ...rest } : rest;
}

export function toggled(search: FindingSearch, name: FacetName, value: string): FindingSearch {
  const now = search[name] ?? [];
  const values = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  const { [name]: _, ...rest } = search;
  return values.length === 0 ? rest : { ...rest, [name]: values };
}

export function isFiltered(search: FindingSearch): boolean {
  return Object.keys(search).length > 0;
}
