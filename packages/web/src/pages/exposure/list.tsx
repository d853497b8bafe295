/** What is reached from the internet, why, and what a change away is. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Page, Shown } from '../../ui/index.ts';
import type { ExposureState } from './exposed.ts';
import { exposureStates, filtered, portsText, stateOf } from './exposed.ts';
import '../paths/paths.css';

type Row = Answer<'listExposure'>['exposure'][number];

const TONES = { reached: 'high', behind: 'medium', unknown: 'medium', away: 'low', closed: 'good' } as const;
/** Rows drawn at once. */
const PAGE = 200;

export function ExposurePage(): ReactNode {
  const { exposure } = useTexts();
  const formats = useFormats();
  const query = useApi('listExposure', {});
  const [states, setStates] = useState<ReadonlySet<ExposureState>>(new Set());
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const all = query.data?.exposure ?? [];
  const rows = filtered(all, states, text);
  const toggle = (state: ExposureState): void => {
    const next = new Set(states);
    if (!next.delete(state)) next.add(state);
    setStates(next);
  };
  return (
    <Page
      title={exposure.title}
      aside={<span className="soft number">{query.data ? exposure.count(formats.number(rows.length)) : ''}</span>}
    >
      <div className="stack">
        <div className="row" role="group" aria-label={exposure.filter}>
          <input
            className="input"
            style={{ maxWidth: 280 }}
            type="search"
            value={text}
            placeholder={exposure.search}
            aria-label={exposure.search}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {exposureStates.map((state) => (
            <label key={state} className="row" style={{ gap: 6 }}>
              <input type="checkbox" checked={states.has(state)} onChange={() => toggle(state)} />
              {exposure.states[state]}
              <span className="soft small number">{formats.number(all.filter((row) => stateOf(row) === state).length)}</span>
            </label>
          ))}
        </div>
        <Shown query={query}>
          {(data) =>
            rows.length === 0 ? (
              <Empty>{data.exposure.length === 0 ? exposure.nothing : exposure.empty}</Empty>
            ) : (
              <Table rows={rows.slice(0, limit)} />
            )
          }
        </Shown>
        {rows.length > limit ? <More onMore={() => setLimit(limit + PAGE)} /> : null}
      </div>
    </Page>
  );
}

function More({ onMore }: { readonly onMore: () => void }): ReactNode {
  return <Button onClick={onMore}>{useTexts().shell.more}</Button>;
}

function Table({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { columns } = useTexts().exposure;
  return (
    <div className="table-frame" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {[columns.resource, columns.state, columns.ports, columns.findings, columns.source].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ExposedRow key={`${row.sourceId} ${row.node} ${index}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ExposedRow({ row }: { readonly row: Row }): ReactNode {
  const { exposure, shell } = useTexts();
  const formats = useFormats();
  const state = stateOf(row);
  const ports = portsText(row.ports);
  return (
    <tr>
      <td style={{ minWidth: 220, overflowWrap: 'anywhere' }}>
        {row.resourceId === null ? (
          row.name
        ) : (
          <Link to="/resources/$id" params={{ id: row.resourceId }}>
            {row.name}
          </Link>
        )}
        <p className="soft small">
          <code>{[row.type, row.account].filter((each) => each !== null).join(' · ')}</code>
        </p>
      </td>
      <td style={{ minWidth: 240, overflowWrap: 'anywhere' }}>
        <Badge tone={TONES[state]}>{exposure.states[state]}</Badge>
        {state === 'behind' ? <p className="small">{exposure.through(row.from)}</p> : null}
        <Reasons row={row} />
      </td>
      <td className="number">{row.ports.length === 0 ? shell.none : ports === '' ? exposure.allPorts : ports}</td>
      <td className="number">
        {row.openFindings === 0 || row.resourceId === null ? (
          formats.number(row.openFindings)
        ) : (
          <Link to="/resources/$id" params={{ id: row.resourceId }}>
            {formats.number(row.openFindings)}
          </Link>
        )}
      </td>
      <td>{row.sourceName}</td>
    </tr>
  );
}

function Reasons({ row }: { readonly row: Row }): ReactNode {
  const { exposure } = useTexts();
  const away = row.oneChangeAway ?? [];
  if (row.steps.length + away.length === 0) return null;
  return (
    <details>
      <summary className="small">{exposure.why(row.steps.length)}</summary>
      <ol className="cut-list small">
        {row.steps.map(({ text, file, line }, index) => (
          <li key={`${text} ${index}`}>
            {text} {file === null ? null : <code className="soft">{line === null ? file : `${file}:${line}`}</code>}
          </li>
        ))}
      </ol>
      {away.length === 0 ? null : (
        <>
          <p className="small">{exposure.away}</p>
          <ul className="cut-list small">
            {away.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
