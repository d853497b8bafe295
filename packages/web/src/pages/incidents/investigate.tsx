/** What somebody or something did, by the logs of the lake. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Failed, Field, Loading, Page } from '../../ui/index.ts';
import { LevelBadge } from './level.tsx';
import { readEntitySearch } from './search.ts';
import './incidents.css';

type Report = Answer<'investigate'>;

export function InvestigatePage(): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.investigation;
  const search = useSearch({ from: '/investigate' });
  const navigate = useNavigate({ from: '/investigate' });
  const { entity = '', ...span } = search;
  const query = useApi('investigate', { query: { entity, ...span } }, { enabled: entity !== '' });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void navigate({ search: readEntitySearch(Object.fromEntries(new FormData(event.currentTarget))) });
  };
  const isBusy = query.isFetching;
  return (
    <Page title={texts.title}>
      <div className="stack">
        <p className="soft">{texts.intro}</p>
        <form className="card entity-form" role="search" onSubmit={send} key={`${entity} ${span.from ?? ''} ${span.to ?? ''}`}>
          <Field label={texts.entity}>
            <input name="entity" required maxLength={500} defaultValue={entity} placeholder="AKIAIOSFODNN7EXAMPLE, 203.0.113.10, alice" />
          </Field>
          <Field label={texts.from}>
            <input type="date" name="from" defaultValue={span.from ?? ''} />
          </Field>
          <Field label={texts.to}>
            <input type="date" name="to" defaultValue={span.to ?? ''} />
          </Field>
          <Button type="submit" tone="primary" disabled={isBusy}>
            {texts.go}
          </Button>
        </form>
        {entity === '' ? (
          <Empty>{texts.start}</Empty>
        ) : isBusy ? (
          <>
            <Loading />
            <p className="soft">{texts.running}</p>
          </>
        ) : query.error ? (
          <Failed error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data ? (
          <Told report={query.data} />
        ) : null}
      </div>
    </Page>
  );
}

function Told({ report }: { readonly report: Report }): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.investigation;
  const formats = useFormats();
  const { summary, openQuestions, peers } = report;
  return (
    <>
      <section className="card stack">
        <p className="row number">
          <strong>{texts.events(formats.number(summary.events))}</strong>
          <span>{texts.direct(formats.number(summary.direct))}</span>
          <span>{texts.failures(formats.number(summary.failures))}</span>
          <span>{texts.matches(formats.number(summary.matches))}</span>
          {summary.worst === null ? null : <LevelBadge level={summary.worst} />}
        </p>
        <p className="soft small">
          {[summary.first, summary.last].flatMap((each) => (each === null ? [] : [formats.time(each)])).join(' – ')}
          {summary.techniques.length === 0 ? '' : ` · ${summary.techniques.join(' ')}`}
        </p>
      </section>
      <News report={report} />
      <section className="card stack">
        <h2>{texts.peers}</h2>
        {peers.length === 0 ? (
          <p className="soft">{texts.noPeers}</p>
        ) : (
          <ul>
            {peers.map((peer) => (
              <li key={peer.principal} style={{ overflowWrap: 'anywhere' }}>
                <Link to="/investigate" search={{ entity: peer.principal }}>
                  {peer.principal}
                </Link>{' '}
                <span className="soft small number">
                  {peer.ties.map(({ value, events }) => `${value} (${formats.number(events)})`).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {openQuestions.length === 0 ? null : (
        <section className="card stack">
          <h2>{texts.questions}</h2>
          <ul>
            {openQuestions.map(({ id, message }) => (
              <li key={id}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <Timeline report={report} />
    </>
  );
}

function News({ report: { news } }: { readonly report: Report }): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.investigation;
  const formats = useFormats();
  return (
    <section className="card stack">
      <h2>{texts.news}</h2>
      {news.facts.length === 0 ? (
        <p className="soft">{news.baselineEvents === 0 ? texts.noBaseline : texts.noNews}</p>
      ) : (
        <ul>
          {news.facts.map(({ kind, value, first, count }) => (
            <li key={`${kind} ${value}`} style={{ overflowWrap: 'anywhere' }}>
              <span className="soft small">{texts.newKinds[kind] ?? kind}</span> {value}{' '}
              <span className="soft small number">
                {formats.time(first)} · {texts.times(formats.number(count))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Timeline({ report: { timeline, summary } }: { readonly report: Report }): ReactNode {
  const { incidents, shell } = useTexts();
  const texts = incidents.investigation;
  const formats = useFormats();
  if (timeline.length === 0) return <Empty>{texts.noEvents}</Empty>;
  return (
    <>
      <h2>{texts.timeline}</h2>
      {timeline.length < summary.events ? (
        <p className="soft small">{texts.cut(formats.number(timeline.length), formats.number(summary.events))}</p>
      ) : null}
      <div className="table-frame" tabIndex={0} role="region" aria-label={texts.timeline}>
        <table className="plain">
          <thead>
            <tr>
              {Object.values(texts.columns).map((each) => (
                <th key={each}>{each}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {timeline.map((row, index) => (
              <tr key={`${row.eventId ?? ''} ${index}`}>
                <td className="number small">{row.time === null ? shell.none : formats.time(row.time)}</td>
                <td style={{ overflowWrap: 'anywhere' }}>
                  <code>{row.action ?? shell.none}</code> {row.isNew.length > 0 ? <Badge tone="medium">{texts.isNew}</Badge> : null}
                  <p className="soft small">{[row.service, row.resource, row.error].filter(Boolean).join(' · ')}</p>
                </td>
                <td style={{ overflowWrap: 'anywhere' }}>{row.principal ?? shell.none}</td>
                <td>{row.sourceIp ?? shell.none}</td>
                <td>
                  {row.rules.map((rule) => (
                    <p key={rule.title} className="small">
                      <LevelBadge level={rule.level} /> {rule.title}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
