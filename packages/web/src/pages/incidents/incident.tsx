/** One incident: why its events belong together, what happened one after the other, what people said. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Field, Page, Shown } from '../../ui/index.ts';
import { LevelBadge } from './level.tsx';
import { incidentStates } from './search.ts';
import './incidents.css';

type Incident = Answer<'getIncident'>;

export function IncidentPage(): ReactNode {
  const { id } = useParams({ from: '/incidents/$id' });
  const query = useApi('getIncident', { params: { id } });
  return <Shown query={query}>{(incident) => <Detail incident={incident} />}</Shown>;
}

function Detail({ incident }: { readonly incident: Incident }): ReactNode {
  const { language, texts } = useLanguage();
  const { incidents } = texts;
  const because = incident.because[language];
  return (
    <Page
      title={incident.title[language]}
      aside={
        <span className="row">
          <LevelBadge level={incident.severity} />
          <Badge>{incidents.state[incident.state]}</Badge>
        </span>
      }
    >
      <div className="incident-layout">
        <div className="stack">
          {because.length === 0 ? null : (
            <section className="card stack">
              <h2>{incidents.because}</h2>
              <ul>
                {because.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </section>
          )}
          <Story incident={incident} />
          <Notes incident={incident} />
        </div>
        <aside className="stack" aria-label={incidents.facts}>
          <Facts incident={incident} />
          {useMay('incidents.handle') ? <Actions incident={incident} /> : null}
        </aside>
      </div>
    </Page>
  );
}

function Story({ incident }: { readonly incident: Incident }): ReactNode {
  const { language, texts } = useLanguage();
  const { incidents } = texts;
  const formats = useFormats();
  const { matches, matchCount } = incident;
  return (
    <section className="card stack">
      <h2>{incidents.story}</h2>
      {matches.length === 0 ? <p className="soft">{incidents.noMatches}</p> : null}
      <ol className="story">
        {matches.map((match, index) => (
          <li key={`${match.time ?? ''} ${index}`}>
            <div className="row">
              <LevelBadge level={match.level} />
              <strong>{match.title[language]}</strong>
            </div>
            <p className="small number">
              {[match.time === null ? null : formats.time(match.time), match.action, match.principal].filter(Boolean).join(' · ')}
            </p>
            <p className="soft small">
              {[match.sourceIp, match.account, match.region, match.technique.join(' ')].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {matchCount > matches.length && matches.length > 0 ? (
        <p className="soft small">{incidents.cut(formats.number(matches.length), formats.number(matchCount))}</p>
      ) : null}
    </section>
  );
}

function Facts({ incident }: { readonly incident: Incident }): ReactNode {
  const { incidents, shell } = useTexts();
  const formats = useFormats();
  const { fact } = incidents;
  const entities = (list: readonly string[]): ReactNode =>
    list.length === 0
      ? shell.none
      : list.map((each) => (
          <div key={each}>
            <Link to="/investigate" search={{ entity: each }} style={{ overflowWrap: 'anywhere' }}>
              {each}
            </Link>
          </div>
        ));
  const rows: readonly (readonly [string, ReactNode])[] = [
    [fact.principals, entities(incident.principals)],
    [fact.addresses, entities(incident.sourceIps)],
    [fact.techniques, incident.techniques.join(', ') || shell.none],
    [fact.tactics, incident.tactics.join(', ') || shell.none],
    [fact.account, incident.account ?? shell.none],
    [fact.source, incident.sourceName ?? shell.none],
    [fact.first, formats.time(incident.firstSeen)],
    [fact.last, formats.time(incident.lastSeen)],
    [fact.events, formats.number(incident.eventCount)],
  ];
  return (
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
  );
}

function Actions({ incident: { id, state } }: { readonly incident: Incident }): ReactNode {
  const { incidents } = useTexts();
  const action = useApiAction('moveIncident', ['getIncident', 'listIncidents']);
  const [note, setNote] = useState('');
  const given = note.trim() === '' ? null : note.trim();
  return (
    <section className="card stack">
      <Field label={incidents.note} hint={incidents.noteHint}>
        <textarea rows={3} maxLength={4000} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      {action.error ? (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      ) : null}
      <div className="row">
        {incidentStates
          .filter((each) => each !== state)
          .map((each) => (
            <Button
              key={each}
              disabled={action.isPending || (each === 'false-positive' && given === null)}
              onClick={() => action.mutate({ params: { id }, body: { state: each, note: given } }, { onSuccess: () => setNote('') })}
            >
              {incidents.act[each]}
            </Button>
          ))}
      </div>
    </section>
  );
}

function Notes({ incident: { notes } }: { readonly incident: Incident }): ReactNode {
  const { incidents } = useTexts();
  const formats = useFormats();
  if (notes.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{incidents.history}</h2>
      <ol className="story">
        {notes.map(({ at, actor, state, note }) => (
          <li key={`${at} ${state}`}>
            <Badge>{state in incidents.state ? incidents.state[state as keyof typeof incidents.state] : state}</Badge>
            <p className="soft small">
              {actor} · {formats.time(at)}
            </p>
            {note === null ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
