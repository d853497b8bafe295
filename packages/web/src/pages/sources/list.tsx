/** What is watched, when it was looked at last, and what is being looked at now. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Dialog, Empty, Page, Shown } from '../../ui/index.ts';
import { RunProgress } from './run-progress.tsx';
import { SourceForm } from './source-form.tsx';

type Source = Answer<'listSources'>['sources'][number];
type Run = Answer<'listRuns'>['runs'][number];

export function SourcesPage(): ReactNode {
  const { sources: texts } = useTexts();
  const mayManage = useMay('sources.manage');
  const search = useSearch({ from: '/sources' });
  const navigate = useNavigate({ from: '/sources' });
  const sources = useApi('listSources', {});
  const runs = useApi('listRuns', { query: { limit: 20 } });
  const edited = sources.data?.sources.find(({ id }) => id === search.edit) ?? null;
  const close = (): void => void navigate({ search: {} });
  return (
    <Page
      title={texts.title}
      actions={
        mayManage ? (
          <Button tone="primary" onClick={() => void navigate({ search: { edit: 'new' } })}>
            {texts.add}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <Shown query={sources}>
          {({ sources: list }) =>
            list.length === 0 ? (
              <Empty>{texts.empty}</Empty>
            ) : (
              <SourceTable sources={list} runs={runs.data?.runs ?? []} onEdit={(id) => void navigate({ search: { edit: id } })} />
            )
          }
        </Shown>
        <h2>{texts.runs}</h2>
        <Shown query={runs}>{({ runs: list }) => (list.length === 0 ? <Empty>{texts.noRuns}</Empty> : <RunTable runs={list} />)}</Shown>
      </div>
      <Dialog title={edited ? texts.change : texts.add} open={search.edit === 'new' || edited !== null} onClose={close}>
        <SourceForm key={search.edit} source={edited} onDone={close} />
      </Dialog>
    </Page>
  );
}

interface SourceTableProps {
  readonly sources: readonly Source[];
  readonly runs: readonly Run[];
  readonly onEdit: (id: string) => void;
}

function SourceTable({ sources, runs, onEdit }: SourceTableProps): ReactNode {
  const { sources: texts, shell } = useTexts();
  const formats = useFormats();
  return (
    <div className="table-frame">
      <table className="plain">
        <thead>
          <tr>
            <th>{texts.name}</th>
            <th>{texts.kind}</th>
            <th>{texts.schedule}</th>
            <th>{texts.last}</th>
            <th>
              <span className="sr-only">{texts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => {
            const active = runs.find(({ sourceId, state }) => sourceId === source.id && (state === 'queued' || state === 'running'));
            return (
              <tr key={source.id}>
                <td>
                  <strong>{source.name}</strong>
                  {source.enabled ? null : <Badge>{texts.off}</Badge>}
                </td>
                <td>{texts.kinds[source.kind]}</td>
                <td>{source.schedule === null ? texts.onDemand : <code>{source.schedule}</code>}</td>
                <td>
                  {active ? <RunProgress run={active} /> : source.lastRun === null ? shell.none : <RunState state={source.lastRun.state} />}{' '}
                  {active || !source.lastRun?.finishedAt ? null : (
                    <span className="soft small">{formats.ago(source.lastRun.finishedAt)}</span>
                  )}
                  {source.lastRun?.error && !active ? <p className="problem small">{source.lastRun.error}</p> : null}
                </td>
                <td>
                  <SourceActions source={source} activeRun={active?.id ?? null} onEdit={onEdit} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SourceActions({
  source,
  activeRun,
  onEdit,
}: {
  readonly source: Source;
  readonly activeRun: string | null;
  readonly onEdit: (id: string) => void;
}): ReactNode {
  const { sources: texts, shell } = useTexts();
  const mayRun = useMay('runs.start');
  const mayManage = useMay('sources.manage');
  const start = useApiAction('startRun', ['listRuns', 'listSources']);
  const cancel = useApiAction('cancelRun', ['listRuns', 'listSources']);
  const remove = useApiAction('removeSource', ['listSources', 'listRuns', 'listFindings', 'countFindings']);
  const [isAsking, ask] = useState(false);
  const about = (text: string): string => `${text}: ${source.name}`;
  return (
    <div className="row">
      {mayRun && activeRun === null ? (
        <Button aria-label={about(texts.scan)} disabled={start.isPending} onClick={() => start.mutate({ params: { id: source.id } })}>
          {texts.scan}
        </Button>
      ) : null}
      {mayRun && activeRun !== null ? (
        <Button aria-label={about(shell.cancel)} disabled={cancel.isPending} onClick={() => cancel.mutate({ params: { id: activeRun } })}>
          {shell.cancel}
        </Button>
      ) : null}
      {mayManage ? (
        <>
          <Button tone="quiet" aria-label={about(texts.change)} onClick={() => onEdit(source.id)}>
            {texts.change}
          </Button>
          <Button tone="quiet" aria-label={about(shell.remove)} onClick={() => ask(true)}>
            {shell.remove}
          </Button>
        </>
      ) : null}
      <Dialog title={about(shell.remove)} description={texts.removeWarning} open={isAsking} onClose={() => ask(false)}>
        <div className="row">
          <Button
            tone="danger"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ params: { id: source.id } }, { onSuccess: () => ask(false) })}
          >
            {shell.remove}
          </Button>
          <Button onClick={() => ask(false)}>{shell.cancel}</Button>
        </div>
      </Dialog>
    </div>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  const { sources: texts } = useTexts();
  const formats = useFormats();
  return (
    <div className="table-frame">
      <table className="plain">
        <thead>
          <tr>
            <th>{texts.name}</th>
            <th>{texts.state}</th>
            <th>{texts.requested}</th>
            <th>{texts.began}</th>
            <th>{texts.result}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>{run.sourceName}</td>
              <td>{run.state === 'running' || run.state === 'queued' ? <RunProgress run={run} /> : <RunState state={run.state} />}</td>
              <td>{run.requestedBy}</td>
              <td className="number">{formats.time(run.startedAt ?? run.createdAt)}</td>
              <td>{run.error === null ? <RunResult summary={run.summary} /> : <span className="problem small">{run.error}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunState({ state }: { readonly state: string }): ReactNode {
  const { sources: texts } = useTexts();
  const text = state in texts.states ? texts.states[state as keyof typeof texts.states] : state;
  return <Badge tone={state === 'done' ? 'good' : state === 'failed' ? 'high' : 'info'}>{text}</Badge>;
}

function RunResult({ summary }: { readonly summary: unknown }): ReactNode {
  const { sources: texts } = useTexts();
  const formats = useFormats();
  if (typeof summary !== 'object' || summary === null) return null;
  const count = (name: string): number => {
    const value: unknown = Reflect.get(summary, name);
    return typeof value === 'number' ? value : 0;
  };
  const parts = [
    texts.counts.resources(formats.number(count('resources'))),
    texts.counts.failing(formats.number(count('fail'))),
    texts.counts.found(formats.number(count('found'))),
    texts.counts.closed(formats.number(count('closed'))),
    ...(count('gaps') > 0 ? [texts.counts.gaps(formats.number(count('gaps')))] : []),
  ];
  return <span className="small number">{parts.join(' · ')}</span>;
}
