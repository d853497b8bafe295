import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useFormats, useLanguage } from '../../i18n/index.ts';
import { Empty, Shown } from '../../ui/index.ts';
import { countIn } from './counts.tsx';

const MOST = 8;

/** Who has how much to do, and how much of it is late. */
export function DepartmentsDue(): ReactNode {
  const { language, texts } = useLanguage();
  const { overview } = texts;
  const formats = useFormats();
  const open = useApi('countFindings', { query: { open: true } });
  const late = useApi('countFindings', { query: { open: true, overdue: true } });
  const departments = useApi('listDepartments', {}).data?.departments ?? [];
  const nameOf = (id: string | null): string =>
    id === null ? overview.due.nobody : (departments.find((each) => each.id === id)?.name[language] ?? id);
  return (
    <section className="card stack" aria-labelledby="due-title">
      <h2 id="due-title">{overview.due.title}</h2>
      <Shown query={open}>
        {({ facets }) => {
          const rows = (facets.find(({ name }) => name === 'department')?.values ?? [])
            .map(({ value, count }) => ({ id: value, count, late: countIn(late.data?.facets ?? [], 'department', value) }))
            .toSorted((a, b) => b.late - a.late || b.count - a.count)
            .slice(0, MOST);
          const most = Math.max(1, ...rows.map(({ count }) => count));
          return rows.length === 0 ? (
            <Empty>{overview.due.none}</Empty>
          ) : (
            <ul className="due-list">
              {rows.map((row) => (
                <li key={row.id ?? '-'}>
                  {row.id === null ? (
                    <span className="cut">{nameOf(null)}</span>
                  ) : (
                    <Link to="/findings" search={{ department: [row.id] }} className="cut">
                      {nameOf(row.id)}
                    </Link>
                  )}
                  <span className="due-bar" aria-hidden="true">
                    <span className="late-part" style={{ width: `${(row.late / most) * 100}%` }} />
                    <span className="open-part" style={{ width: `${((row.count - row.late) / most) * 100}%` }} />
                  </span>
                  <span className="small number">
                    {row.late > 0 ? <strong className="worse">{overview.due.late(formats.number(row.late))} · </strong> : null}
                    {overview.due.open(formats.number(row.count))}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </section>
  );
}
