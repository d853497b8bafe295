/** All findings: facets at the side, the list page by page, one action for many. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { call, urlOf, useApi } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button, Empty, Page, Shown } from '../../ui/index.ts';
import { ActionBar } from './action-bar.tsx';
import { Facets } from './facets.tsx';
import type { FindingSearch } from './filter.ts';
import { isFiltered, queryOf } from './filter.ts';
import { FindingTable } from './finding-table.tsx';
import { SavedViews } from './saved-views.tsx';
import './findings.css';

const PAGE = 100;

export function FindingsPage(): ReactNode {
  const { findings, shell } = useTexts();
  const formats = useFormats();
  const search = useSearch({ from: '/findings' });
  const navigate = useNavigate({ from: '/findings' });
  const mayExport = useMay('data.export');
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const query = queryOf(search);
  const counts = useApi('countFindings', { query });
  const list = useInfiniteQuery({
    queryKey: ['listFindings', 'pages', query],
    queryFn: ({ pageParam, signal }) => call('listFindings', { query: { ...query, limit: PAGE, after: pageParam ?? undefined } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const change = (next: FindingSearch): void => {
    select(new Set());
    void navigate({ search: next, replace: true });
  };
  return (
    <Page
      title={findings.title}
      aside={<span className="soft number">{counts.data ? findings.count(formats.number(counts.data.total)) : ''}</span>}
      actions={
        mayExport ? (
          <a className="button" href={urlOf('exportFindings', { query })} download>
            {findings.exportCsv}
          </a>
        ) : null
      }
    >
      <div className="findings-layout">
        <aside className="stack" aria-label={findings.filters}>
          <SearchBox text={search.text ?? ''} onSearch={(text) => change({ ...search, ...(text === '' ? { text: '' } : { text }) })} />
          <SavedViews search={search} onOpen={change} />
          <Facets search={search} facets={counts.data?.facets ?? []} onChange={change} />
          {isFiltered(search) ? <Button onClick={() => change({})}>{findings.clear}</Button> : null}
        </aside>
        <section className="stack" aria-label={findings.title} aria-busy={list.isFetching}>
          <ActionBar selected={selected} onDone={() => select(new Set())} />
          <Shown query={list}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return items.length === 0 ? (
                <Empty>{isFiltered(search) ? findings.empty : findings.nothing}</Empty>
              ) : (
                <>
                  <FindingTable
                    items={items}
                    selected={selected}
                    onSelect={select}
                    onEnd={() => void (list.hasNextPage && !list.isFetchingNextPage && list.fetchNextPage())}
                  />
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

function SearchBox({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }): ReactNode {
  const { findings } = useTexts();
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
        placeholder={findings.search}
        aria-label={findings.search}
      />
    </form>
  );
}
