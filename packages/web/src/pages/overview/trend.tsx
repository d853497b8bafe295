import { useId, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useFormats, useTexts } from '../../i18n/index.ts';
import type { ScoreDay } from './model.ts';

const WIDTH = 640;
const HEIGHT = 290;
const PAD = { left: 34, right: 12, top: 12, bottom: 26 };
const LINES = [0, 25, 50, 75, 100];

/** The score of each day with its band; the same as a table for who cannot see it. */
export function Trend({ days }: { readonly days: readonly ScoreDay[] }): ReactNode {
  const { overview } = useTexts();
  const titleId = useId();
  return (
    <section className="card trend stack" aria-labelledby={titleId}>
      <h2 id={titleId}>{overview.trend.title}</h2>
      {days.length < 2 ? <p className="soft trend-empty">{overview.trend.tooFew}</p> : <Chart days={days} />}
      {days.length < 2 ? null : <Table days={days} />}
    </section>
  );
}

function Chart({ days }: { readonly days: readonly ScoreDay[] }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const [chosen, choose] = useState<number | null>(null);
  const first = Date.parse(days[0]?.day ?? '');
  const last = Date.parse(days.at(-1)?.day ?? '');
  const x = (day: string): number => PAD.left + ((Date.parse(day) - first) / Math.max(1, last - first)) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number): number => PAD.top + (1 - value / 100) * (HEIGHT - PAD.top - PAD.bottom);
  const line = days.map(({ day, score }, index) => `${index === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(score).toFixed(1)}`).join('');
  const band = `${days.map(({ day, high }, index) => `${index === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(high).toFixed(1)}`).join('')}${days
    .toReversed()
    .map(({ day, low }) => `L${x(day).toFixed(1)} ${y(low).toFixed(1)}`)
    .join('')}Z`;
  const point = days[chosen ?? days.length - 1];
  const nearest = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = ((clientX - left) / width) * WIDTH;
    const distances = days.map(({ day }) => Math.abs(x(day) - at));
    choose(distances.indexOf(Math.min(...distances)));
  };
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    choose((now) => Math.min(days.length - 1, Math.max(0, (now ?? days.length - 1) + by)));
  };
  return (
    <div className="chart" tabIndex={0} role="group" aria-label={overview.trend.chart} onKeyDown={step}>
      <p className="small number" aria-live="polite">
        {point ? (
          <>
            <strong>{formats.day(point.day)}</strong>{' '}
            {overview.trend.point(String(Math.round(point.score)), String(Math.round(point.low)), String(Math.round(point.high)))}
          </>
        ) : null}
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" onPointerMove={nearest} onPointerLeave={() => choose(null)}>
        {LINES.map((value) => (
          <g key={value} className="grid-line">
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(value)} y2={y(value)} />
            <text x={PAD.left - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        <path className="band" d={band} />
        <path className="line" d={line} />
        {point ? <circle className="dot" cx={x(point.day)} cy={y(point.score)} r={5} /> : null}
        {[days[0], days.at(-1)].map((day, index) =>
          day ? (
            <text key={index} className="tick" x={x(day.day)} y={HEIGHT - 6} textAnchor={index === 0 ? 'start' : 'end'}>
              {formats.day(day.day)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

function Table({ days }: { readonly days: readonly ScoreDay[] }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  return (
    <details>
      <summary className="small">{overview.trend.asTable}</summary>
      <div className="table-frame trend-table" tabIndex={0} role="region" aria-label={overview.trend.asTable}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{overview.trend.day}</th>
              <th scope="col">{overview.score.title}</th>
              <th scope="col">{overview.trend.band}</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, score, low, high }) => (
              <tr key={day}>
                <th scope="row">{formats.day(day)}</th>
                <td className="number">{Math.round(score)}</td>
                <td className="number">
                  {Math.round(low)} – {Math.round(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
