/** Incidents, the gravest first. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useLanguage } from '../../i18n/index.ts';
import { Badge, Button, Empty, Page, Shown } from '../../ui/index.ts';
import { LevelBadge } from './level.tsx';
import { incidentStates } from './search.ts';
import './incidents.css';

type Incident = Answer<'listIncidents'>['items'][number];

export function IncidentsPage(): ReactNode {
  const { texts } = useLanguage();
  const { incidents } = texts;
  const formats = useFormats();
  const search = useSearch({ from: '/incidents' });
  const navigate = useNavigate({ from: '/incidents' });
  const query = useApi('listIncidents', { query: search });
  return (
    <Page title={incidents.title}>
      <Shown query={query}>
        {({ items, counts }) =>
          counts.length === 0 ? (
            <Empty>{incidents.empty}</Empty>
          ) : (
            <div className="stack">
              <div className="row" role="group" aria-label={incidents.filter}>
                {incidentStates.map((each) => {
                  const count = counts.find(({ state }) => state === each)?.count ?? 0;
                  return (
                    <Button
                      key={each}
                      aria-pressed={search.state === each}
                      disabled={count === 0}
                      onClick={() => void navigate({ search: search.state === each ? {} : { state: each }, replace: true })}
                    >
                      {incidents.state[each]} <span className="number">{formats.number(count)}</span>
                    </Button>
                  );
                })}
              </div>
              {items.length === 0 ? <Empty>{incidents.none}</Empty> : <Table incidents={items} />}
            </div>
          )
        }
      </Shown>
    </Page>
  );
}

function Table({ incidents: rows }: { readonly incidents: readonly Incident[] }): ReactNode {
  const { language, texts } = useLanguage();
  const { incidents, shell } = texts;
  const formats = useFormats();
  const { columns } = incidents;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={incidents.title}>
      <table className="plain incident-table">
        <thead>
          <tr>
            {[columns.severity, columns.incident, columns.principal, columns.state, columns.events, columns.last].map((each) => (
              <th key={each}>{each}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <tr key={each.id}>
              <td>
                <LevelBadge level={each.severity} />
              </td>
              <td>
                <Link to="/incidents/$id" params={{ id: each.id }}>
                  {each.title[language]}
                </Link>
                <p className="soft small">{each.techniques.join(' · ')}</p>
              </td>
              <td style={{ overflowWrap: 'anywhere' }}>{each.principal ?? shell.none}</td>
              <td>
                <Badge>{incidents.state[each.state]}</Badge>
              </td>
              <td className="number">{formats.number(each.eventCount)}</td>
              <td className="number">{formats.time(each.lastSeen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
