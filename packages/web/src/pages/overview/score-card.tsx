import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../i18n/index.ts';
import type { ScoreDay, ScoreNow } from './model.ts';
import { gradeOf } from './model.ts';

const SIZE = 168;
const WIDTH = 14;
const RADIUS = (SIZE - WIDTH) / 2;
const AROUND = 2 * Math.PI * RADIUS;

/** The score as a ring with its band, and in plain words what moves it. */
export function ScoreCard({ now, before }: { readonly now: ScoreNow; readonly before: ScoreDay | null }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const { score, low, high, costs } = now;
  const known = score === null ? null : Math.round(score);
  const change = score === null || before === null ? null : Math.round(score) - Math.round(before.score);
  return (
    <section className="card score-card" aria-labelledby="score-title">
      <h2 id="score-title">{overview.score.title}</h2>
      <div className="score-body">
        <Ring score={score} low={low} high={high} label={known === null ? overview.score.none : overview.score.spoken(String(known))} />
        <div className="stack">
          {score === null ? (
            <p>{overview.score.none}</p>
          ) : (
            <>
              <p className="grade">{overview.score.grades[gradeOf(score)]}</p>
              {change === null ? null : (
                <p className={change < 0 ? 'worse' : change > 0 ? 'better' : 'soft'}>
                  {change === 0
                    ? overview.score.change.same
                    : overview.score.change[change < 0 ? 'down' : 'up'](formats.number(Math.abs(change)))}
                </p>
              )}
              <p className="soft small">
                {Math.round(high) - Math.round(low) < 1
                  ? overview.score.sure
                  : overview.score.band(String(Math.round(low)), String(Math.round(high)))}
              </p>
            </>
          )}
        </div>
      </div>
      {costs.length === 0 ? null : (
        <>
          <h3>{overview.score.costs}</h3>
          <ul className="costs">
            {costs.slice(0, 5).map(({ checkId, title, points, findings, isAccepted }) => (
              <li key={checkId}>
                <Link to="/findings" search={{ check: [checkId] }}>
                  {title}
                </Link>
                <span className="soft small number">
                  {overview.score.points(formats.number(Math.round(points * 10) / 10))}
                  {findings > 1 ? ` · ${overview.score.findings(formats.number(findings))}` : ''}
                  {isAccepted ? ` · ${overview.score.accepted}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface RingProps {
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

function Ring({ score, low, high, label }: RingProps): ReactNode {
  const middle = SIZE / 2;
  const arc = (from: number, to: number): { strokeDasharray: string; strokeDashoffset: number } => ({
    strokeDasharray: `${((to - from) / 100) * AROUND} ${AROUND}`,
    strokeDashoffset: (-from / 100) * AROUND,
  });
  const shared = { cx: middle, cy: middle, r: RADIUS, fill: 'none', strokeWidth: WIDTH };
  return (
    <svg className={`ring ${score === null ? '' : gradeOf(score)}`} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      <g transform={`rotate(-90 ${middle} ${middle})`}>
        <circle {...shared} className="track" />
        {score === null ? null : (
          <>
            <circle {...shared} className="value" {...arc(0, low)} />
            <circle {...shared} className="doubt" {...arc(low, high)} />
          </>
        )}
      </g>
      <text x={middle} y={middle} className="figure">
        {score === null ? '–' : Math.round(score)}
      </text>
      <text x={middle} y={middle + 34} className="of">
        / 100
      </text>
    </svg>
  );
}
