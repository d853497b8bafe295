/** Who did what, and whether the trail is intact. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { call, urlOf } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button, Empty, Field, Page, Shown } from '../../ui/index.ts';
import type { AuditSearch } from './filter.ts';
import { readAuditSearch } from './filter.ts';
import { Verification } from './verification.tsx';

type Entry = Answer<'listAudit'>['entries'][number];

const PAGE = 100;

export function AuditPage(): ReactNode {
  const { administration, shell } = useTexts();
  const texts = administration.audit;
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const list = useInfiniteQuery({
    queryKey: ['listAudit', search],
    queryFn: ({ pageParam, signal }) => call('listAudit', { query: { ...search, limit: PAGE, before: pageParam ?? undefined } }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={shell.nav.audit}
      actions={
        <a className="button" href={urlOf('exportAudit', { query: search })} download>
          {texts.export}
        </a>
      }
    >
      <div className="stack">
        <p className="soft">{texts.about}</p>
        <Verification />
        <Filter key={JSON.stringify(search)} search={search} onChange={(next) => void navigate({ search: next })} />
        <Shown query={list}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.entries);
            return entries.length === 0 ? <Empty>{texts.empty}</Empty> : <Table entries={entries} />;
          }}
        </Shown>
        {list.hasNextPage ? (
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {shell.more}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}

function Filter({ search, onChange }: { readonly search: AuditSearch; readonly onChange: (search: AuditSearch) => void }): ReactNode {
  const { administration } = useTexts();
  const texts = administration.audit;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onChange(readAuditSearch(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <form className="card grid audit-filter" role="search" onSubmit={send}>
      <Field label={texts.who}>
        <input name="actor" maxLength={200} defaultValue={search.actor ?? ''} />
      </Field>
      <Field label={texts.action} hint={texts.actionHint}>
        <input name="action" maxLength={200} defaultValue={search.action ?? ''} />
      </Field>
      <Field label={texts.object}>
        <input name="object" maxLength={200} defaultValue={search.object ?? ''} />
      </Field>
      <Field label={texts.from}>
        <input name="from" type="date" defaultValue={search.from ?? ''} />
      </Field>
      <Field label={texts.to}>
        <input name="to" type="date" defaultValue={search.to ?? ''} />
      </Field>
      <div className="row">
        <Button type="submit" tone="primary">
          {texts.filter}
        </Button>
        {Object.keys(search).length === 0 ? null : <Button onClick={() => onChange({})}>{texts.clear}</Button>}
      </div>
    </form>
  );
}

function Table({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { administration, shell } = useTexts();
  const texts = administration.audit;
  const formats = useFormats();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={shell.nav.audit}>
      <table className="plain">
        <thead>
          <tr>
            <th>{texts.number}</th>
            <th>{texts.at}</th>
            <th>{texts.who}</th>
            <th>{texts.action}</th>
            <th>{texts.object}</th>
            <th>{texts.address}</th>
            <th>{texts.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="number">{entry.seq}</td>
              <td className="number">{formats.time(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>
                <code>{entry.action}</code>
              </td>
              <td>
                <code>{entry.object ?? ''}</code>
              </td>
              <td>{entry.address}</td>
              <td>
                {isEmpty(entry.detail) ? null : (
                  <details>
                    <summary>{texts.detail}</summary>
                    <pre className="small">{JSON.stringify(entry.detail, null, 2)}</pre>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isEmpty(detail: unknown): boolean {
  return detail === null || detail === undefined || (typeof detail === 'object' && Object.keys(detail).length === 0);
}
