/** What the findings of the list have in common, with their numbers; clicking narrows the list. */
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import type { FacetName, FindingSearch } from './filter.ts';
import { facetNames, toggled } from './filter.ts';

const SHOWN = 8;

export interface FacetsProps {
  readonly search: FindingSearch;
  readonly facets: Answer<'countFindings'>['facets'];
  readonly onChange: (search: FindingSearch) => void;
}

export function Facets({ search, facets, onChange }: FacetsProps): ReactNode {
  const { findings } = useTexts();
  return (
    <>
      <fieldset className="facet">
        <legend>{findings.facets.only}</legend>
        <Choice
          text={findings.onlyOpen}
          checked={search.open !== false}
          onChange={() => onChange(without(search, 'open', search.open === false ? undefined : false))}
        />
        <Choice
          text={findings.onlyExposed}
          checked={search.exposed === true}
          onChange={() => onChange(without(search, 'exposed', search.exposed === true ? undefined : true))}
        />
        <Choice
          text={findings.onlyOverdue}
          checked={search.overdue === true}
          onChange={() => onChange(without(search, 'overdue', search.overdue === true ? undefined : true))}
        />
      </fieldset>
      {facetNames.map((name) => {
        const values = facets.find((each) => each.name === name)?.values ?? [];
        return <Facet key={name} name={name} values={values} search={search} onChange={onChange} />;
      })}
    </>
  );
}

function without(search: FindingSearch, key: 'open' | 'exposed' | 'overdue', value: boolean | undefined): FindingSearch {
  const { [key]: _, ...rest } = search;
  return value === undefined ? rest : { ...rest, [key]: value };
}

interface FacetProps extends Omit<FacetsProps, 'facets'> {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}

function Facet({ name, values, search, onChange }: FacetProps): ReactNode {
  const { findings } = useTexts();
  const formats = useFormats();
  const textOf = useFacetText(name);
  const chosen = search[name] ?? [];
  const known = ordered(name, values).filter(({ value }) => value !== null);
  if (known.length === 0 && chosen.length === 0) return null;
  return (
    <details className="facet" open={name === 'severity' || name === 'state' || chosen.length > 0}>
      <summary>{findings.facets[name]}</summary>
      {known.slice(0, chosen.length > 0 ? known.length : SHOWN).map(({ value, count }) => (
        <Choice
          key={value}
          text={textOf(value ?? '')}
          aside={formats.number(count)}
          checked={chosen.includes(value ?? '')}
          onChange={() => onChange(toggled(search, name, value ?? ''))}
        />
      ))}
    </details>
  );
}

/** Severities by weight, states by the usual way; the rest by number. */
function ordered(name: FacetName, values: FacetProps['values']): FacetProps['values'] {
  const order = name === 'severity' ? severities : name === 'state' ? states : null;
  return order === null ? values : values.toSorted((a, b) => order.indexOf(a.value ?? '') - order.indexOf(b.value ?? ''));
}

const severities: readonly string[] = ['critical', 'high', 'medium', 'low', 'info'];
const states: readonly string[] = [
  ...['new', 'open', 'requested', 'acknowledged', 'in-progress', 'fixed-unverified', 'reopened', 'exception', 'false-positive', 'verified'],
];

function useFacetText(name: FacetName): (value: string) => string {
  const { shell } = useTexts();
  const maySources = useMay('sources.read');
  const sources = useApi('listSources', {}, { enabled: name === 'source' && maySources });
  return (value) => {
    if (name === 'severity') return value in shell.severity ? shell.severity[value as keyof typeof shell.severity] : value;
    if (name === 'state') return value in shell.state ? shell.state[value as keyof typeof shell.state] : value;
    if (name === 'source') return sources.data?.sources.find(({ id }) => id === value)?.name ?? value;
    return value;
  };
}

interface ChoiceProps {
  readonly text: string;
  readonly aside?: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

function Choice({ text, aside, checked, onChange }: ChoiceProps): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="cut" title={text}>
        {text}
      </span>
      {aside === undefined ? null : <span className="soft small number">{aside}</span>}
    </label>
  );
}
