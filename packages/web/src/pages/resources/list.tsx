/** The inventory: facets at the side, the list page by page. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { call, useApi } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Page, Shown } from '../../ui/index.ts';
import type { FacetName, ResourceSearch } from './filter.ts';
import { facetNames, toggled } from './filter.ts';
import '../findings/findings.css';
import './resources.css';

const PAGE = 100;
const ROW = 52;
const SHOWN = 10;

type Item = Answer<'listResources'>['items'][number];

export function ResourcesPage(): ReactNode {
  const { resources, findings, shell } = useTexts();
  const formats = useFormats();
  const search = useSearch({ from: '/resources' });
  const navigate = useNavigate({ from: '/resources' });
  const counts = useApi('countResources', { query: search });
  const list = useInfiniteQuery({
    queryKey: ['listResources', 'pages', search],
    queryFn: ({ pageParam, signal }) => call('listResources', { query: { ...search, limit: PAGE, after: pageParam ?? undefined } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const change = (next: ResourceSearch): void => void navigate({ search: next, replace: true });
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Page
      title={resources.title}
      aside={<span className="soft number">{counts.data ? resources.count(formats.number(counts.data.total)) : ''}</span>}
    >
      <div className="findings-layout">
        <aside className="stack" aria-label={findings.filters}>
          <SearchBox text={search.text ?? ''} onSearch={(text) => change(withText(search, text))} />
          <Facets search={search} facets={counts.data?.facets ?? []} onChange={change} />
          {isFiltered ? <Button onClick={() => change({})}>{findings.clear}</Button> : null}
        </aside>
        <section className="stack" aria-label={resources.title} aria-busy={list.isFetching}>
          <Shown query={list}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return items.length === 0 ? (
                <Empty>{isFiltered ? resources.empty : resources.nothing}</Empty>
              ) : (
                <>
                  <ResourceTable items={items} onEnd={() => void (list.hasNextPage && !list.isFetchingNextPage && list.fetchNextPage())} />
                  {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{shell.more}</Button> : null}
                </>
              );
            }}
          </Shown>
        </section>
      </div>
    </Page>
  );
}

function withText(search: ResourceSearch, text: string): ResourceSearch {
  const { text: _, ...rest } = search;
  return text === '' ? rest : { ...rest, text };
}

function SearchBox({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }): ReactNode {
  const { resources } = useTexts();
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get('text');
        onSearch(typeof given === 'string' ? given.trim() : '');
      }}
    >
      <input
        key={text}
        className="input"
        type="search"
        name="text"
        defaultValue={text}
        placeholder={resources.search}
        aria-label={resources.search}
      />
    </form>
  );
}

interface FacetsProps {
  readonly search: ResourceSearch;
  readonly facets: Answer<'countResources'>['facets'];
  readonly onChange: (search: ResourceSearch) => void;
}

function Facets({ search, facets, onChange }: FacetsProps): ReactNode {
  const { resources, findings } = useTexts();
  const { gone: isGone, ...rest } = search;
  return (
    <>
      <fieldset className="facet">
        <legend>{findings.facets.only}</legend>
        <Choice text={resources.onlyGone} checked={isGone === true} onChange={() => onChange(isGone ? rest : { ...rest, gone: true })} />
      </fieldset>
      {facetNames.map((name) => (
        <Facet
          key={name}
          name={name}
          values={facets.find((each) => each.name === name)?.values ?? []}
          search={search}
          onChange={onChange}
        />
      ))}
    </>
  );
}

interface FacetProps extends Omit<FacetsProps, 'facets'> {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}

function Facet({ name, values, search, onChange }: FacetProps): ReactNode {
  const { resources } = useTexts();
  const formats = useFormats();
  const maySources = useMay('sources.read');
  const sources = useApi('listSources', {}, { enabled: name === 'source' && maySources });
  const chosen = search[name] ?? [];
  const known = values.filter(({ value }) => value !== null);
  if (known.length === 0 && chosen.length === 0) return null;
  const textOf = (value: string): string => sources.data?.sources.find(({ id }) => name === 'source' && id === value)?.name ?? value;
  return (
    <details className="facet" open={name === 'type' || chosen.length > 0}>
      <summary>{resources.facets[name]}</summary>
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

function ResourceTable({ items, onEnd }: { readonly items: readonly Item[]; readonly onEnd: () => void }): ReactNode {
  const { resources } = useTexts();
  const { columns } = resources;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: 10 });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) onEnd();
  }, [last, items.length, onEnd]);
  return (
    <div
      className="table-frame finding-frame"
      ref={frame}
      tabIndex={0}
      role="table"
      aria-rowcount={items.length}
      aria-label={resources.title}
    >
      <div className="finding-row resource-row head" role="row">
        {[columns.resource, columns.type, columns.account, columns.region, columns.owner, columns.seen].map((text) => (
          <span key={text} role="columnheader">
            {text}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const item = items[index];
          return item ? (
            <div key={item.id} style={{ position: 'absolute', top: 0, insetInline: 0, height: size, transform: `translateY(${start}px)` }}>
              <Row item={item} index={index} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

function Row({ item, index }: { readonly item: Item; readonly index: number }): ReactNode {
  const { resources, shell } = useTexts();
  const formats = useFormats();
  const cells = [item.type, item.account, item.region, item.departmentId];
  return (
    <div className="finding-row resource-row" role="row" aria-rowindex={index + 1}>
      <span role="cell" className="what">
        <Link to="/resources/$id" params={{ id: item.id }} title={item.address}>
          {item.name ?? item.address}
        </Link>
        <code className="soft small" title={item.address}>
          {item.address}
        </code>
      </span>
      {cells.map((text, place) => (
        <span key={place} role="cell" className="cut" title={text ?? undefined}>
          {text ?? shell.none}
        </span>
      ))}
      <span role="cell" className="soft number">
        {item.goneAt === null ? formats.day(item.lastSeen) : <Badge>{resources.gone}</Badge>}
      </span>
    </div>
  );
}
