/** First-run wizard: choose a source, look at it, see the worst of it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button, Page, Shown } from '../../ui/index.ts';
import { RunProgress } from '../sources/run-progress.tsx';
import { Choose } from './choose.tsx';
import { FirstResult } from './first-result.tsx';
import './welcome.css';

type Run = Answer<'listRuns'>['runs'][number];

const STEPS = ['choose', 'look', 'result'] as const;

export function WelcomePage(): ReactNode {
  const { welcome } = useTexts();
  const { source } = useSearch({ from: '/welcome' });
  const navigate = useNavigate({ from: '/welcome' });
  const runs = useApi('listRuns', { query: { source, limit: 1 } }, { enabled: source !== undefined });
  const run = source === undefined ? null : (runs.data?.runs.find(({ sourceId }) => sourceId === source) ?? null);
  const step = source === undefined ? 'choose' : run?.state === 'done' ? 'result' : 'look';
  return (
    <Page title={welcome.title}>
      <div className="welcome stack">
        <ol className="steps">
          {STEPS.map((each) => (
            <li key={each} aria-current={each === step ? 'step' : undefined}>
              {welcome.steps[each]}
            </li>
          ))}
        </ol>
        {source === undefined ? (
          <Choose onStarted={(id) => void navigate({ search: { source: id } })} />
        ) : (
          <Shown query={runs}>{() => (run === null ? null : <Looked run={run} onAgain={() => void navigate({ search: {} })} />)}</Shown>
        )}
      </div>
    </Page>
  );
}

function Looked({ run, onAgain }: { readonly run: Run; readonly onAgain: () => void }): ReactNode {
  const { welcome } = useTexts();
  if (run.state === 'done') return <FirstResult run={run} />;
  if (run.state === 'queued' || run.state === 'running')
    return (
      <section className="card stack looking">
        <h2>{welcome.looking(run.sourceName)}</h2>
        <RunProgress run={run} />
        <p className="soft small">{welcome.leave}</p>
      </section>
    );
  return (
    <section className="card stack" role="alert">
      <h2>{run.state === 'failed' ? welcome.failed : welcome.cancelled}</h2>
      {run.error === null ? null : <p className="problem">{run.error}</p>}
      <div className="row">
        <Button onClick={onAgain}>{welcome.again}</Button>
      </div>
    </section>
  );
}
