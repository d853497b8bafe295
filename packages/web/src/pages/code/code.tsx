/** Repositories and folders of code: their runs, what could not be read, and how they differ from what is live. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Field, Page, SeverityBadge, Shown } from '../../ui/index.ts';
import { plainText } from '../resources/shape.ts';
import type { DriftRow } from './drift.ts';
import { countsOf, readDrift } from './drift.ts';
import '../paths/paths.css';
import '../resources/resources.css';

type Source = Answer<'listSources'>['sources'][number];

const LIVE: readonly string[] = ['snapshot', 'aws', 'azure', 'gcp', 'k8s'];
const RUNS = 10;

export function CodePage(): ReactNode {
  const { code } = useTexts();
  const query = useApi('listSources', {});
  return (
    <Page title={code.title}>
      <Shown query={query}>
        {({ sources }) => {
          const some = sources.filter(({ kind }) => kind === 'code');
          const live = sources.filter(({ kind }) => LIVE.includes(kind));
          return some.length === 0 ? (
            <Empty>
              <span>{code.none}</span>
              <Link className="button" to="/sources">
                {code.addOne}
              </Link>
            </Empty>
          ) : (
            <div className="stack">
              {some.map((source) => (
                <CodeSource key={source.id} source={source} live={live} />
              ))}
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}

function CodeSource({ source, live }: { readonly source: Source; readonly live: readonly Source[] }): ReactNode {
  const { code } = useTexts();
  const path = source.settings['path'];
  return (
    <section className="card stack" aria-label={source.name}>
      <div className="row">
        <h2>{source.name}</h2>
        <code className="soft small" style={{ overflowWrap: 'anywhere' }}>
          {typeof path === 'string' ? path : ''}
        </code>
        <Link to="/findings" search={{ source: [source.id] }}>
          {code.findings}
        </Link>
      </div>
      <Runs sourceId={source.id} />
      <Drift source={source} live={live} />
    </section>
  );
}

function Runs({ sourceId }: { readonly sourceId: string }): ReactNode {
  const { code } = useTexts();
  const query = useApi('listRuns', { query: { source: sourceId, limit: RUNS } });
  return (
    <Shown query={query}>
      {({ runs }) => {
        const done = runs.find(({ state }) => state === 'done');
        return runs.length === 0 ? (
          <p className="soft">{code.noRuns}</p>
        ) : (
          <>
            <RunTable runs={runs} />
            {done ? <Diagnostics runId={done.id} /> : null}
          </>
        );
      }}
    </Shown>
  );
}

function RunTable({ runs }: { readonly runs: Answer<'listRuns'>['runs'] }): ReactNode {
  const { code, shell } = useTexts();
  const formats = useFormats();
  const { columns } = code;
  return (
    <div className="table-frame" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {[columns.when, columns.state, columns.added, columns.reopened, columns.closed, columns.problems].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => {
            const counts = countsOf(run.summary);
            const cells = counts ? [counts.found, counts.reopened, counts.closed, counts.problems] : [null, null, null, null];
            return (
              <tr key={run.id}>
                <td>{formats.time(run.finishedAt ?? run.createdAt)}</td>
                <td>
                  <Badge tone={run.state === 'failed' ? 'critical' : run.state === 'done' ? 'good' : 'info'}>
                    {code.states[run.state]}
                  </Badge>
                  {run.error === null ? null : (
                    <p className="small" style={{ overflowWrap: 'anywhere' }}>
                      {run.error}
                    </p>
                  )}
                </td>
                {cells.map((count, index) => (
                  <td key={index} className="number">
                    {count === null ? shell.none : formats.number(count)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Diagnostics({ runId }: { readonly runId: string }): ReactNode {
  const { code } = useTexts();
  const formats = useFormats();
  const query = useApi('getRunDiagnostics', { params: { id: runId } });
  return (
    <div className="stack" style={{ gap: 6 }}>
      <h3>{code.diagnostics}</h3>
      <Shown query={query}>
        {({ total, diagnostics }) =>
          total === 0 ? (
            <p className="soft">{code.noDiagnostics}</p>
          ) : (
            <>
              <ul className="plain-list small" style={{ maxHeight: 260, overflow: 'auto' }} tabIndex={0}>
                {diagnostics.map(({ severity, message, file, line }, index) => (
                  <li key={index} style={{ overflowWrap: 'anywhere' }}>
                    <Badge tone={severity === 'error' ? 'high' : 'info'}>{severity}</Badge>{' '}
                    {file === null ? null : <code>{line === null ? file : `${file}:${line}`}</code>} {message}
                  </li>
                ))}
              </ul>
              {total > diagnostics.length ? <p className="soft small">{code.more(formats.number(total))}</p> : null}
            </>
          )
        }
      </Shown>
    </div>
  );
}

function Drift({ source, live }: { readonly source: Source; readonly live: readonly Source[] }): ReactNode {
  const { code } = useTexts();
  const formats = useFormats();
  const mayStart = useMay('runs.start');
  const [chosen, choose] = useState(live[0]?.id ?? '');
  const kept = useApi('getDrift', { params: { id: source.id } });
  const compare = useApiAction('compareSources', ['getDrift']);
  const drift = readDrift(kept.data?.drift);
  return (
    <div className="stack" style={{ gap: 8 }}>
      <h3>{code.drift}</h3>
      {live.length === 0 ? <p className="soft">{code.noLive}</p> : null}
      {live.length > 0 && mayStart ? (
        <div className="row" style={{ alignItems: 'end' }}>
          <Field label={code.against} hint={code.driftHint}>
            <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
              {live.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Button disabled={compare.isPending} onClick={() => compare.mutate({ params: { id: source.id }, body: { live: chosen } })}>
            {code.compare}
          </Button>
        </div>
      ) : null}
      <p role="status" className="soft small">
        {compare.isPending ? code.comparing : ''}
      </p>
      {compare.error ? <p className="problem">{compare.error.message}</p> : null}
      {compare.data?.refused ? <p className="notice bad">{compare.data.refused}</p> : null}
      {drift === null ? (
        live.length > 0 && kept.data ? (
          <p className="soft">{code.notCompared}</p>
        ) : null
      ) : (
        <>
          <p className="soft small">{code.comparedWith(drift.liveSource, drift.at === null ? '' : formats.time(drift.at))}</p>
          {drift.rows.length === 0 ? <p>{code.same}</p> : <DriftTable rows={drift.rows} />}
          {drift.notCompared === 0 ? null : <p className="soft small">{code.couldNot(formats.number(drift.notCompared))}</p>}
        </>
      )}
    </div>
  );
}

function DriftTable({ rows }: { readonly rows: readonly DriftRow[] }): ReactNode {
  const { code, shell } = useTexts();
  return (
    <ul className="plain-list" style={{ maxHeight: 520, overflow: 'auto' }} tabIndex={0}>
      {rows.map((row, index) => (
        <li key={`${row.name} ${index}`} className="stack" style={{ gap: 4 }}>
          <p className="row">
            {row.severity !== null && row.severity in shell.severity ? (
              <SeverityBadge severity={row.severity as keyof typeof shell.severity} />
            ) : null}
            <Badge>{row.kind in code.kind ? code.kind[row.kind as keyof typeof code.kind] : row.kind}</Badge>
            <strong style={{ overflowWrap: 'anywhere' }}>{row.name}</strong>
            <code className="soft small">{row.place ?? row.type}</code>
          </p>
          {row.attributes.map(({ path, code: written, live }, place) => (
            <p key={`${path} ${place}`} className="small" style={{ overflowWrap: 'anywhere' }}>
              <code>{path}</code> <span className="soft">{code.inCode}</span> <code>{plainText(written)}</code>{' '}
              <span className="soft">{code.live}</span> <code>{plainText(live)}</code>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
