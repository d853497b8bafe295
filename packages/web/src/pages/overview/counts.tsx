import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';

type Facets = Answer<'countFindings'>['facets'];

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const STATES = ['new', 'open', 'requested', 'acknowledged', 'in-progress', 'fixed-unverified', 'reopened'] as const;

/** What is open, by severity and by state; each number leads to its findings. */
export function Counts(): ReactNode {
  const { overview, shell } = useTexts();
  const formats = useFormats();
  const open = useApi('countFindings', { query: { open: true } });
  const overdue = useApi('countFindings', { query: { open: true, overdue: true } });
  const exposed = useApi('countFindings', { query: { open: true, exposed: true } });
  const facets = open.data?.facets ?? [];
  const shown = (count: number | undefined): string => (count === undefined ? '…' : formats.number(count));
  return (
    <section aria-label={overview.counts.title} className="stack">
      <ul className="tiles">
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <Link to="/findings" search={{ severity: [severity] }} className={`card tile ${severity}`}>
              <span className="figure number">{shown(open.data && countIn(facets, 'severity', severity))}</span>
              <span>{shell.severity[severity]}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/findings" search={{ overdue: true }} className="card tile">
            <span className="figure number">{shown(overdue.data?.total)}</span>
            <span>{overview.counts.overdue}</span>
          </Link>
        </li>
        <li>
          <Link to="/findings" search={{ exposed: true }} className="card tile">
            <span className="figure number">{shown(exposed.data?.total)}</span>
            <span>{overview.counts.exposed}</span>
          </Link>
        </li>
      </ul>
      <ul className="state-line">
        {STATES.flatMap((state) => {
          const count = countIn(facets, 'state', state);
          return count === 0
            ? []
            : [
                <li key={state}>
                  <Link to="/findings" search={{ state: [state] }}>
                    {shell.state[state]} <span className="number">{formats.number(count)}</span>
                  </Link>
                </li>,
              ];
        })}
      </ul>
    </section>
  );
}

export function countIn(facets: Facets, name: string, value: string | null): number {
  return facets.find((each) => each.name === name)?.values.find((each) => each.value === value)?.count ?? 0;
}
