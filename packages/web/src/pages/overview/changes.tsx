import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';

/** What is different from yesterday. */
export function Changes({ changes }: { readonly changes: Answer<'getOverview'>['changes'] }): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const { found, reopened, verified, accepted, overdue } = changes;
  const isQuiet = found + reopened + verified + accepted + overdue === 0;
  const lines = [
    { key: 'found', count: found, tone: found > 0 ? 'worse' : '', search: { state: ['new'] } },
    { key: 'reopened', count: reopened, tone: reopened > 0 ? 'worse' : '', search: { state: ['reopened'] } },
    { key: 'overdue', count: overdue, tone: overdue > 0 ? 'worse' : '', search: { overdue: true } },
    { key: 'verified', count: verified, tone: verified > 0 ? 'better' : '', search: { open: false, state: ['verified'] } },
    { key: 'accepted', count: accepted, tone: '', search: { open: false, state: ['exception'] } },
  ] as const;
  return (
    <section className="card stack" aria-labelledby="changes-title">
      <h2 id="changes-title">{overview.changes.title}</h2>
      {isQuiet ? <p className="soft">{overview.changes.none}</p> : null}
      <ul className="change-list">
        {lines.map(({ key, count, tone, search }) => (
          <li key={key}>
            <span className={`figure number ${count === 0 ? 'soft' : tone}`}>{formats.number(count)}</span>
            <Link to="/findings" search={search}>
              {overview.changes[key]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
