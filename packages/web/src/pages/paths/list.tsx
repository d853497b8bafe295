/** Attack paths of all sources: the list at the left, the chosen one at the right. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Empty, Page, SeverityBadge, Shown } from '../../ui/index.ts';
import { PathView } from './path-view.tsx';
import type { PathSearch } from './search.ts';
import { isShown, withFilter } from './search.ts';
import '../findings/findings.css';
import '../resources/resources.css';
import './paths.css';

type Paths = Answer<'listPaths'>;

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

export function PathsPage(): ReactNode {
  const { paths } = useTexts();
  const formats = useFormats();
  const search = useSearch({ from: '/paths' });
  const query = useApi('listPaths', {});
  const count = query.data?.paths.filter((each) => isShown(each, search)).length;
  return (
    <Page title={paths.title} aside={<span className="soft number">{count === undefined ? '' : paths.count(formats.number(count))}</span>}>
      <Shown query={query}>
        {(data) =>
          data.paths.length === 0 && search.path === undefined ? <Empty>{paths.nothing}</Empty> : <Listed data={data} search={search} />
        }
      </Shown>
    </Page>
  );
}

function Listed({ data, search }: { readonly data: Paths; readonly search: PathSearch }): ReactNode {
  const { paths } = useTexts();
  const shown = data.paths.filter((each) => isShown(each, search));
  const chosen = search.path ?? shown[0]?.id;
  return (
    <div className="paths-layout">
      <nav className="stack" aria-label={paths.list}>
        <Filters data={data} search={search} />
        {shown.length === 0 ? <Empty>{paths.empty}</Empty> : null}
        <ul className="plain-list path-list">
          {shown.map((path) => (
            <li key={`${path.sourceId} ${path.id}`}>
              <Link
                to="/paths"
                search={{ ...search, path: path.id }}
                className="path-item"
                aria-current={path.id === chosen ? 'true' : undefined}
              >
                <span className="row">
                  <SeverityBadge severity={path.severity} />
                  <span className="soft small number">
                    {paths.score} {path.score} · {paths.stepCount(path.steps)}
                  </span>
                </span>
                <span className="path-ends">
                  {path.entry.kind === 'internet' ? paths.kind.internet : path.entry.name} →{' '}
                  {path.goal.kind === 'admin' ? paths.kind.admin : path.goal.name}
                </span>
                <span className="soft small path-title">{path.title}</span>
              </Link>
            </li>
          ))}
        </ul>
        <BestCuts fixes={data.fixes} />
      </nav>
      <div className="stack path-shown">{chosen === undefined ? <Empty>{paths.choose}</Empty> : <PathView id={chosen} />}</div>
    </div>
  );
}

function Filters({ data, search }: { readonly data: Paths; readonly search: PathSearch }): ReactNode {
  const { paths, shell } = useTexts();
  const navigate = useNavigate({ from: '/paths' });
  const select = (name: 'severity' | 'query' | 'source', all: string, options: readonly (readonly [string, string])[]): ReactNode => (
    <select
      className="input"
      aria-label={all}
      value={search[name] ?? ''}
      onChange={(event) =>
        void navigate({ search: withFilter(withFilter(search, 'path', ''), name, event.currentTarget.value), replace: true })
      }
    >
      <option value="">{all}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  const queries = [...new Set(data.paths.map(({ query }) => query))].toSorted();
  return (
    <div className="path-filters">
      {select(
        'severity',
        paths.allSeverities,
        SEVERITIES.map((each) => [each, shell.severity[each]]),
      )}
      {select(
        'query',
        paths.allQueries,
        queries.map((each) => [each, each]),
      )}
      {data.sources.length > 1
        ? select(
            'source',
            paths.allSources,
            data.sources.map(({ sourceId, sourceName }) => [sourceId, sourceName]),
          )
        : null}
    </div>
  );
}

function BestCuts({ fixes }: { readonly fixes: Paths['fixes'] }): ReactNode {
  const { paths } = useTexts();
  if (fixes.length === 0) return null;
  return (
    <details className="facet">
      <summary>{paths.bestCuts}</summary>
      <ol className="cut-list small">
        {fixes.map((fix, index) => (
          <li key={`${fix.sourceId} ${index}`}>
            {fix.summary} <span className="soft">({fix.breaksPaths === 0 ? paths.helps : paths.breaks(fix.breaksPaths)})</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
