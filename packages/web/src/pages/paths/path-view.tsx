/** One path: its picture, the same step by step in words with evidence, and what to cut. */
import { Link } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { ApiProblem, useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Empty, Loading, SeverityBadge, Shown } from '../../ui/index.ts';

type Detail = Answer<'getPath'>;
type Step = Detail['path']['steps'][number];

/** The picture is large code that nobody needs for the list. */
const PathGraph = lazy(async () => ({ default: (await import('./path-graph.tsx')).PathGraph }));

export function PathView({ id }: { readonly id: string }): ReactNode {
  const { paths } = useTexts();
  const query = useApi('getPath', { params: { id } });
  if (query.error instanceof ApiProblem && query.error.status === 404) return <Empty>{paths.closed}</Empty>;
  return <Shown query={query}>{(detail) => <Path detail={detail} />}</Shown>;
}

function Path({ detail }: { readonly detail: Detail }): ReactNode {
  const { paths } = useTexts();
  const formats = useFormats();
  const { path, nodes, sourceName, at } = detail;
  return (
    <>
      <section className="card stack">
        <h2 style={{ overflowWrap: 'anywhere' }}>{path.title}</h2>
        <p className="row soft small">
          <SeverityBadge severity={path.severity} />
          <span title={paths.scoreHint}>
            {paths.score} {path.score}
          </span>
          <span>{sourceName}</span>
          <span>{paths.foundAt(formats.time(at))}</span>
          <code>{path.query}</code>
        </p>
        <div className="path-graph" role="img" aria-label={paths.graph}>
          <Suspense fallback={<Loading />}>
            <PathGraph key={path.id} steps={path.steps} nodes={nodes} entry={path.entry.node} goal={path.goal.node} />
          </Suspense>
        </div>
      </section>
      <section className="card stack">
        <h2>{paths.steps}</h2>
        <ol className="step-list">
          {path.steps.map((step, index) => (
            <StepItem key={`${step.from} ${step.to} ${index}`} step={step} nodes={nodes} />
          ))}
        </ol>
      </section>
      <Cuts fixes={path.fixes} />
      <Also detail={detail} />
    </>
  );
}

function StepItem({ step, nodes }: { readonly step: Step; readonly nodes: Detail['nodes'] }): ReactNode {
  const { paths } = useTexts();
  return (
    <li>
      <p className="row">
        <Node id={step.from} nodes={nodes} /> <span aria-hidden="true">→</span> <Node id={step.to} nodes={nodes} />
        <Badge>{step.edge}</Badge>
      </p>
      <p style={{ overflowWrap: 'anywhere' }}>{step.because}</p>
      {step.requires.length === 0 ? null : (
        <div className="small">
          <span className="soft">{paths.requires}</span>
          <ul>
            {step.requires.map((each) => (
              <li key={each} style={{ overflowWrap: 'anywhere' }}>
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.condition === null ? null : (
        <p className="small">
          <span className="soft">{paths.condition}</span> {step.condition}
        </p>
      )}
      <p className="small soft">
        {step.evidence.length === 0 ? paths.noEvidence : `${paths.evidence} `}
        <Places places={step.evidence} />
      </p>
    </li>
  );
}

function Places({ places }: { readonly places: Step['evidence'] }): ReactNode {
  return places.map(({ file, line }, index) =>
    file === null ? null : (
      <code key={`${file}:${line} ${index}`} className="place">
        {line === null ? file : `${file}:${line}`}
      </code>
    ),
  );
}

function Node({ id, nodes }: { readonly id: string; readonly nodes: Detail['nodes'] }): ReactNode {
  const { paths } = useTexts();
  const node = nodes[id];
  const name = node?.kind === 'internet' || node?.kind === 'admin' ? paths.kind[node.kind] : (node?.name ?? id);
  return node?.resourceId ? (
    <Link to="/resources/$id" params={{ id: node.resourceId }} title={id}>
      {name}
    </Link>
  ) : (
    <strong title={id}>{name}</strong>
  );
}

function Cuts({ fixes }: { readonly fixes: Detail['path']['fixes'] }): ReactNode {
  const { paths } = useTexts();
  if (fixes.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{paths.cut}</h2>
      <ul className="step-list">
        {fixes.map((fix, index) => (
          <li key={`${fix.summary} ${index}`}>
            <p style={{ overflowWrap: 'anywhere' }}>{fix.summary}</p>
            <p className="row small">
              <Badge tone={fix.breaksPaths > 0 ? 'good' : 'info'}>
                {fix.breaksPaths > 0 ? paths.breaks(fix.breaksPaths) : paths.helps}
              </Badge>
              <span className="soft">
                <Places places={fix.evidence} />
              </span>
            </p>
            {fix.patch === null ? null : (
              <details>
                <summary>{paths.patch}</summary>
                <pre className="code-frame" tabIndex={0} aria-label={paths.patch}>
                  {fix.patch.split('\n').map((line, number) => (
                    <span key={number} className={`line ${line.startsWith('+') ? 'diff-add' : line.startsWith('-') ? 'diff-remove' : ''}`}>
                      {line === '' ? ' ' : line}
                    </span>
                  ))}
                </pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Also({ detail: { path, nodes } }: { readonly detail: Detail }): ReactNode {
  const { paths } = useTexts();
  const lists = [
    [paths.alsoFrom, path.alsoFrom],
    [paths.alsoReaches, path.alsoReaches],
  ] as const;
  if (path.sideFacts.length + path.alsoFrom.length + path.alsoReaches.length + path.alternatives === 0) return null;
  return (
    <section className="card stack">
      <h2>{paths.also}</h2>
      <ul>
        {path.sideFacts.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
        {path.alternatives > 0 ? <li>{paths.alternatives(path.alternatives)}</li> : null}
      </ul>
      {lists.map(([title, ids]) =>
        ids.length === 0 ? null : (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {ids.map((id) => (
                <li key={id}>
                  <Node id={id} nodes={nodes} />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}
