/** The filters of the inventory as they stand in the address. */

export const facetNames = ['type', 'provider', 'account', 'region', 'department', 'source'] as const;
export type FacetName = (typeof facetNames)[number];

export interface ResourceSearch extends Partial<Readonly<Record<FacetName, readonly string[]>>> {
  readonly gone?: true;
  readonly text?: string;
}

/** Anything that is no filter is left out. */
export function readResourceSearch(raw: Readonly<Record<string, unknown>>): ResourceSearch {
  const facets = facetNames.flatMap((name) => {
    const values = [raw[name]].flat().filter((each): each is string => typeof each === 'string' && each !== '');
    return values.length === 0 ? [] : [[name, values] as const];
  });
  return {
    ...Object.fromEntries(facets),
    ...(raw['gone'] === true ? { gone: true as const } : {}),
    ...(typeof raw['text'] === 'string' && raw['text'] !== '' ? { text: raw['text'] } : {}),
  };
}

export function toggled(search: ResourceSearch, name: FacetName, value: string): ResourceSearch {
  const now = search[name] ?? [];
  const values = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  const { [name]: _, ...rest } = search;
  return values.length === 0 ? rest : { ...rest, [name]: values };
}
