/** The register: every exception with its state, who asked, until when, what it holds. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { urlOf, useApi } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Dialog, Empty, Page, SeverityBadge, Shown } from '../../ui/index.ts';
import { ExceptionDetail } from './exception-detail.tsx';
import { RequestForm } from './request-form.tsx';
import type { ExceptionSearch, ExceptionStatus } from './search.ts';
import { exceptionStatuses } from './search.ts';
import { SelectorText } from './selector.tsx';
import './exceptions.css';

export type Exception = Answer<'listExceptions'>['exceptions'][number];

export function ExceptionsPage(): ReactNode {
  const { exceptions: texts } = useTexts();
  const mayRequest = useMay('exceptions.request');
  const mayExport = useMay('data.export');
  const search = useSearch({ from: '/exceptions' });
  const navigate = useNavigate({ from: '/exceptions' });
  const query = useApi('listExceptions', {});
  const show = (next: ExceptionSearch): void => void navigate({ search: next, replace: true });
  const kept = search.status === undefined ? {} : { status: search.status };
  const opened = query.data?.exceptions.find(({ id }) => id === search.open) ?? null;
  return (
    <Page
      title={texts.title}
      actions={
        <>
          {mayExport ? (
            <a className="button" href={urlOf('exportExceptions', {})} download>
              {texts.exportCsv}
            </a>
          ) : null}
          {mayRequest ? (
            <Button tone="primary" onClick={() => show({ ...kept, request: 'new' })}>
              {texts.add}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <p className="soft">{texts.intro}</p>
        <Shown query={query}>
          {({ exceptions }) =>
            exceptions.length === 0 ? (
              <Empty>{texts.empty}</Empty>
            ) : (
              <Register
                exceptions={exceptions}
                status={search.status}
                onStatus={(status) => show(status === undefined ? {} : { status })}
                onOpen={(open) => show({ ...kept, open })}
              />
            )
          }
        </Shown>
      </div>
      <Dialog title={texts.add} open={mayRequest && search.request !== undefined} onClose={() => show(kept)}>
        <RequestForm findingId={search.request === 'new' ? null : (search.request ?? null)} onDone={() => show(kept)} />
      </Dialog>
      <Dialog title={opened ? texts.status[opened.status] : ''} open={opened !== null} onClose={() => show(kept)}>
        {opened ? <ExceptionDetail exception={opened} onDone={() => show(kept)} /> : null}
      </Dialog>
    </Page>
  );
}

interface RegisterProps {
  readonly exceptions: readonly Exception[];
  readonly status: ExceptionStatus | undefined;
  readonly onStatus: (status: ExceptionStatus | undefined) => void;
  readonly onOpen: (id: string) => void;
}

function Register({ exceptions, status, onStatus, onOpen }: RegisterProps): ReactNode {
  const { exceptions: texts } = useTexts();
  const formats = useFormats();
  const shown = exceptions.filter((each) => status === undefined || each.status === status);
  const { columns } = texts;
  return (
    <>
      <div className="row" role="group" aria-label={texts.filter}>
        {exceptionStatuses.map((each) => {
          const count = exceptions.filter((exception) => exception.status === each).length;
          return (
            <Button
              key={each}
              aria-pressed={status === each}
              disabled={count === 0}
              onClick={() => onStatus(status === each ? undefined : each)}
            >
              {texts.status[each]} <span className="number">{formats.number(count)}</span>
            </Button>
          );
        })}
      </div>
      {shown.length === 0 ? (
        <Empty>{texts.none}</Empty>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={texts.title}>
          <table className="plain exception-table">
            <thead>
              <tr>
                {[columns.status, columns.covers, columns.reason, columns.who, columns.until, columns.held].map((each) => (
                  <th key={each}>{each}</th>
                ))}
                <th>
                  <span className="sr-only">{columns.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <Row key={each.id} exception={each} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const TONES = { requested: 'medium', active: 'good', expired: 'info', rejected: 'info', withdrawn: 'info' } as const;

function Row({ exception, onOpen }: { readonly exception: Exception; readonly onOpen: (id: string) => void }): ReactNode {
  const { exceptions: texts, shell } = useTexts();
  const formats = useFormats();
  const { id, status, selector, severity, category, reason, requestedBy, requestedAt, owner, place, held } = exception;
  const isOver = status !== 'active' && status !== 'requested';
  return (
    <tr>
      <td>
        <Badge tone={TONES[status]}>{texts.status[status]}</Badge>
        {exception.isEndingSoon ? (
          <p>
            <Badge tone="medium">{texts.endingSoon}</Badge>
          </p>
        ) : null}
        {exception.isUnused ? <p className="soft small">{texts.unused}</p> : null}
      </td>
      <td>
        <SelectorText selector={selector} />
        <SeverityBadge severity={severity} />
      </td>
      <td>
        {category !== null && category in texts.category ? (
          <p className="soft small">{texts.category[category as keyof typeof texts.category]}</p>
        ) : null}
        <p>{reason ?? shell.none}</p>
      </td>
      <td>
        {place === null ? (requestedBy ?? shell.none) : (owner ?? shell.none)}
        <p className="soft small">
          {place === null
            ? requestedAt === null
              ? null
              : formats.day(requestedAt)
            : texts.fromFile(place.file === null ? place.by : `${place.file}${place.line === null ? '' : `:${place.line}`}`)}
        </p>
      </td>
      <td className="number">
        {exception.expires === null ? texts.noEnd : formats.day(exception.expires)}
        {isOver ? null : <DaysLeft days={exception.daysLeft} />}
      </td>
      <td className="number">{held === 0 ? shell.none : texts.held(formats.number(held))}</td>
      <td>
        <Button onClick={() => onOpen(id)}>{texts.details}</Button>
      </td>
    </tr>
  );
}

function DaysLeft({ days }: { readonly days: number | null }): ReactNode {
  const { exceptions: texts } = useTexts();
  const formats = useFormats();
  if (days === null) return null;
  const text = days === 0 ? texts.lastDay : days < 0 ? texts.overSince(formats.number(-days)) : texts.daysLeft(formats.number(days));
  return <p className="soft small">{text}</p>;
}
