import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useLanguage } from '../../i18n/index.ts';
import { SeverityBadge, Shown } from '../../ui/index.ts';

/** The three worst findings of the run, and what one may do next. */
export function FirstResult({ run }: { readonly run: Answer<'listRuns'>['runs'][number] }): ReactNode {
  const { language, texts } = useLanguage();
  const { welcome } = texts;
  const formats = useFormats();
  const findings = useApi('listFindings', { query: { source: run.sourceId, open: true, limit: 3 } });
  return (
    <>
      <section className="notice good">
        <h2>{welcome.resultTitle(run.sourceName)}</h2>
        <p>{welcome.resultCounts(formats.number(countIn(run.summary, 'resources')), formats.number(countIn(run.summary, 'fail')))}</p>
      </section>
      <Shown query={findings}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{welcome.clean}</p>
          ) : (
            <section className="stack" aria-labelledby="worst">
              <h2 id="worst">{welcome.worst}</h2>
              <ol className="worst">
                {items.map(({ id, severity, title, resource }) => (
                  <li key={id}>
                    <Link to="/findings/$id" params={{ id }} className="card">
                      <span className="row">
                        <SeverityBadge severity={severity} />
                        <strong>{title[language]}</strong>
                      </span>
                      <span className="soft small">{resource.name ?? resource.id}</span>
                    </Link>
                  </li>
                ))}
              </ol>
            </section>
          )
        }
      </Shown>
      <div className="row">
        <Link to="/" className="button primary">
          {welcome.overview}
        </Link>
        <Link to="/findings" search={{ source: [run.sourceId] }} className="button">
          {welcome.allFindings}
        </Link>
      </div>
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{welcome.next}</h2>
        <ul>
          <li>
            <Link to="/settings" search={{ section: 'departments' }}>
              {welcome.nextItems.departments}
            </Link>
          </li>
          <li>
            <Link to="/sources">{welcome.nextItems.schedule}</Link>
          </li>
        </ul>
      </section>
    </>
  );
}

function countIn(summary: unknown, name: string): number {
  const value: unknown = typeof summary === 'object' && summary !== null ? Reflect.get(summary, name) : undefined;
  return typeof value === 'number' ? value : 0;
}
