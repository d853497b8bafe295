/** The first page: how it stands, how it went, what to do. */
import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useMay, useUser } from '../../app/session.tsx';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Page, Shown } from '../../ui/index.ts';
import { Changes } from './changes.tsx';
import { Counts } from './counts.tsx';
import { DepartmentsDue } from './departments-due.tsx';
import { Metrics } from './metrics.tsx';
import { ScoreCard } from './score-card.tsx';
import { TopPaths } from './top-paths.tsx';
import { Trend } from './trend.tsx';
import './overview.css';

export function OverviewPage(): ReactNode {
  const { shell } = useTexts();
  const mayReadSources = useMay('sources.read');
  const mayManage = useMay('sources.manage');
  const sources = useApi('listSources', {}, { enabled: mayReadSources });
  if (mayManage && sources.data?.sources.length === 0) return <Navigate to="/welcome" replace />;
  return (
    <Page title={shell.nav.overview} aside={<LastLook sources={sources.data?.sources ?? []} />}>
      <Body />
    </Page>
  );
}

function LastLook({ sources }: { readonly sources: Answer<'listSources'>['sources'] }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const ends = sources.flatMap(({ lastRun }) => lastRun?.finishedAt ?? []).toSorted();
  const failed = sources.filter(({ lastRun }) => lastRun?.state === 'failed').length;
  const last = ends.at(-1);
  return (
    <span className="soft small">
      {last === undefined ? '' : overview.lastLook(formats.ago(last))}{' '}
      {failed === 0 ? null : (
        <Link to="/sources" className="worse">
          {overview.failed(formats.number(failed))}
        </Link>
      )}
    </span>
  );
}

function Body(): ReactNode {
  const { language } = useLanguage();
  const query = useApi('getOverview', {});
  const user = useUser();
  const mayAnalyze = useMay('analysis.read');
  const { overview } = useTexts();
  return (
    <>
      {user.role === 'member' ? <p className="soft">{overview.ownOnly}</p> : null}
      <Shown query={query}>
        {({ score, trend, changes, metrics }) => (
          <div className="overview">
            <ScoreCard
              now={{
                ...{ score: score?.score ?? null, low: score?.low ?? 0, high: score?.high ?? 0 },
                costs: (score?.costs ?? []).map(({ title, ...cost }) => ({ ...cost, title: title?.[language] ?? cost.checkId })),
              }}
              before={weekBefore(trend)}
            />
            <Trend days={trend} />
            <div className="full">
              <Counts />
            </div>
            <div className="stack">
              <Changes changes={changes} />
              <DepartmentsDue />
              {mayAnalyze ? <Metrics metrics={metrics} /> : null}
            </div>
            {mayAnalyze ? <TopPaths /> : <Metrics metrics={metrics} />}
          </div>
        )}
      </Shown>
    </>
  );
}

/** The day a week before the last one, or the first after it. */
function weekBefore(trend: Answer<'getOverview'>['trend']): Answer<'getOverview'>['trend'][number] | null {
  const last = trend.at(-1);
  if (!last || trend.length < 2) return null;
  const day = new Date(Date.parse(last.day) - 7 * 86_400_000).toISOString().slice(0, 10);
  return trend.find((each) => each.day >= day && each.day < last.day) ?? null;
}
