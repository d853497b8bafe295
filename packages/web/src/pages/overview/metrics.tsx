import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How quickly problems are seen, answered and fixed, and how often in time. */
export function Metrics({ metrics }: { readonly metrics: Answer<'getOverview'>['metrics'] }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const spent = (milliseconds: number | null): string => {
    if (milliseconds === null) return '–';
    const one = (value: number): string => formats.number(Math.round(value * 10) / 10);
    return milliseconds < DAY_MS ? overview.metrics.hours(one(milliseconds / HOUR_MS)) : overview.metrics.days(one(milliseconds / DAY_MS));
  };
  const { timeToDetect, timeToAcknowledge, timeToResolve, sla } = metrics;
  return (
    <section className="card stack" aria-labelledby="metrics-title">
      <div>
        <h2 id="metrics-title">{overview.metrics.title}</h2>
        <p className="soft small">{overview.metrics.about(formats.number(metrics.days))}</p>
      </div>
      <dl className="metrics">
        <div>
          <dt>{overview.metrics.detect}</dt>
          <dd>
            {spent(timeToDetect)}
            {timeToDetect === null ? <span className="small soft">{overview.metrics.noDetect}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{overview.metrics.acknowledge}</dt>
          <dd>{spent(timeToAcknowledge)}</dd>
        </div>
        <div>
          <dt>{overview.metrics.resolve}</dt>
          <dd>{spent(timeToResolve)}</dd>
        </div>
        <div>
          <dt>{overview.metrics.sla}</dt>
          <dd>
            {sla.rate === null ? '–' : formats.percent(sla.rate)}
            <span className="small soft">
              {sla.due === 0 ? overview.metrics.noneDue : overview.metrics.met(formats.number(sla.met), formats.number(sla.due))}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  );
}
