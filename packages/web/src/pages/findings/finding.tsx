/** One finding: what is wrong and where, why it matters, how to fix it, what happened to it. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Button, Page, SeverityBadge, Shown, StateBadge } from '../../ui/index.ts';
import type { FindingEvent } from './action-dialog.tsx';
import { ActionDialog } from './action-dialog.tsx';
import type { FindingDocument } from './document.ts';
import { readDocument } from './document.ts';
import { Evidence } from './evidence.tsx';
import { Fix } from './fix.tsx';
import './findings.css';

type Finding = Answer<'getFinding'>;

export function FindingPage(): ReactNode {
  const { id } = useParams({ from: '/findings/$id' });
  const query = useApi('getFinding', { params: { id } });
  return <Shown query={query}>{(finding) => <Detail finding={finding} />}</Shown>;
}

function Detail({ finding }: { readonly finding: Finding }): ReactNode {
  const { language, texts } = useLanguage();
  const document = readDocument(finding.document);
  return (
    <Page
      title={finding.title[language]}
      aside={
        <span className="row">
          <SeverityBadge severity={finding.severity} />
          <StateBadge state={finding.state} />
        </span>
      }
    >
      <div className="finding-layout">
        <div className="stack">
          <section className="card stack">
            <p>{finding.message[language]}</p>
            <Actions finding={finding} />
          </section>
          <Evidence document={document} />
          <Why checkId={finding.checkId} />
          <Fix document={document} />
          <Comments finding={finding} />
          <History finding={finding} />
        </div>
        <aside className="stack" aria-label={texts.findings.facts}>
          <Facts finding={finding} document={document} />
        </aside>
      </div>
    </Page>
  );
}

function Actions({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings } = useTexts();
  const [event, setEvent] = useState<FindingEvent | null>(null);
  const action = useApiAction('actOnFindings', ['getFinding', 'listFindings', 'countFindings']);
  const events = finding.actions.flatMap(({ event: each }) => (each in findings.events ? [each as FindingEvent] : []));
  const run = (note: string | null, holdUntil: string | null): void => {
    if (event) action.mutate({ body: { ids: [finding.id], event, note, holdUntil } }, { onSuccess: () => setEvent(null) });
  };
  return (
    <div className="row">
      {events.map((each) => (
        <Button key={each} onClick={() => setEvent(each)}>
          {findings.events[each]}
        </Button>
      ))}
      {useMay('exceptions.request') ? (
        <Link className="button" to="/exceptions" search={{ request: finding.id }}>
          {findings.requestException}
        </Link>
      ) : null}
      <ActionDialog
        key={event}
        event={event}
        isPending={action.isPending}
        error={action.error}
        onCancel={() => setEvent(null)}
        onRun={run}
      />
    </div>
  );
}

function Why({ checkId }: { readonly checkId: string }): ReactNode {
  const { language, texts } = useLanguage();
  const check = useApi('getCheck', { params: { id: checkId } });
  return (
    <section className="card stack">
      <h2>{texts.findings.why}</h2>
      <Shown query={check}>
        {({ why, references }) => (
          <>
            <p>{why[language]}</p>
            {references.length === 0 ? null : (
              <ul className="small">
                {references.map((each) => (
                  <li key={each}>
                    <a href={each} target="_blank" rel="noreferrer">
                      {each}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function Facts({ finding, document }: { readonly finding: Finding; readonly document: FindingDocument }): ReactNode {
  const { findings, shell } = useTexts();
  const formats = useFormats();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [findings.fact.check, <code key="check">{finding.checkId}</code>],
    [findings.fact.resource, finding.resource.name ?? finding.resource.id],
    [findings.fact.type, <code key="type">{finding.resource.type}</code>],
    [findings.fact.address, <code key="address">{finding.resource.id}</code>],
    [findings.fact.account, finding.account ?? shell.none],
    [findings.fact.region, finding.region ?? shell.none],
    [findings.fact.place, document.place === null ? shell.none : <code key="place">{document.place}</code>],
    [findings.fact.owner, finding.departmentId ?? shell.none],
    [findings.fact.environment, finding.environment ?? shell.none],
    [findings.fact.due, finding.dueAt === null ? shell.none : formats.day(finding.dueAt)],
    [findings.fact.risk, finding.risk === null ? shell.none : formats.number(finding.risk)],
    [findings.fact.firstSeen, formats.time(finding.firstSeen)],
    [findings.fact.lastSeen, formats.time(finding.lastSeen)],
  ];
  return (
    <>
      <section className="card">
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card stack">
        <h2>{findings.related}</h2>
        <Link to="/findings" search={{ check: [finding.checkId] }}>
          {findings.similar(formats.number(finding.similar))}
        </Link>
        {document.paths.length === 0 ? null : (
          <div>
            <p>{findings.onPaths}</p>
            <ul>
              {document.paths.map((path) => (
                <li key={path}>
                  <Link to="/paths" search={{ path }}>
                    <code>{path}</code>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {document.frameworks.length === 0 ? null : (
        <section className="card stack">
          <h2>{findings.controls}</h2>
          <ul className="small">
            {document.frameworks.map(({ framework, version, control }) => (
              <li key={`${framework} ${version} ${control}`}>
                {framework} {version} · {control}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Comments({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings } = useTexts();
  const formats = useFormats();
  const may = useMay('findings.comment');
  const add = useApiAction('addComment', ['getFinding']);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = new FormData(form).get('text');
    if (typeof text === 'string') add.mutate({ params: { id: finding.id }, body: { text } }, { onSuccess: () => form.reset() });
  };
  return (
    <section className="card stack">
      <h2>{findings.comments}</h2>
      {finding.comments.map((comment) => (
        <article key={comment.id}>
          <p className="soft small">
            {comment.author} · {formats.time(comment.at)}
          </p>
          <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{comment.text}</p>
        </article>
      ))}
      {may ? (
        <form className="stack" onSubmit={send}>
          <textarea
            className="input"
            name="text"
            rows={3}
            required
            maxLength={10_000}
            aria-label={findings.writeComment}
            placeholder={findings.writeComment}
          />
          {add.error ? <p className="problem">{add.error.message}</p> : null}
          <div className="row">
            <Button type="submit" disabled={add.isPending}>
              {findings.sendComment}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

function History({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings } = useTexts();
  const formats = useFormats();
  return (
    <section className="card stack">
      <h2>{findings.history}</h2>
      <ol className="timeline">
        {finding.history.map(({ at, actor, kind, from, to, detail }, index) => (
          <li key={`${at} ${index}`}>
            <div className="row">
              <strong>{kind in findings.happened ? findings.happened[kind as keyof typeof findings.happened] : kind}</strong>
              {to === null || from === to ? null : <StateBadge state={to as Finding['state']} />}
            </div>
            <p className="soft small">
              {actor} · {formats.time(at)}
            </p>
            {noteOf(detail) === null ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{noteOf(detail)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function noteOf(detail: unknown): string | null {
  return typeof detail === 'object' && detail !== null && 'note' in detail && typeof detail.note === 'string' ? detail.note : null;
}
