import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { SeverityBadge, Shown } from '../../ui/index.ts';

const SHOWN = 5;

/** The gravest ways in, and what would cut the most of them. */
export function TopPaths(): ReactNode {
  const { overview } = useTexts();
  const formats = useFormats();
  const paths = useApi('listPaths', {});
  return (
    <section className="card stack" aria-labelledby="paths-title">
      <div className="row">
        <h2 id="paths-title">{overview.paths.title}</h2>
        {paths.data ? <span className="soft small number">{overview.paths.count(formats.number(paths.data.paths.length))}</span> : null}
      </div>
      <Shown query={paths}>
        {({ paths: list, sources, fixes }) =>
          list.length === 0 ? (
            <p className="soft">{sources.length === 0 ? overview.paths.notLooked : overview.paths.none}</p>
          ) : (
            <>
              <ol className="path-list">
                {list.slice(0, SHOWN).map(({ id, title, severity, entry, goal, steps }) => (
                  <li key={id}>
                    <a href={`/paths/${encodeURIComponent(id)}`}>
                      <span className="row">
                        <SeverityBadge severity={severity} />
                        <strong>{title}</strong>
                      </span>
                      <span className="soft small">
                        {entry.name} → {goal.name} · {overview.paths.steps(formats.number(steps))}
                      </span>
                    </a>
                  </li>
                ))}
              </ol>
              {fixes[0] ? (
                <p className="notice good small">
                  {overview.paths.cut(formats.number(fixes[0].breaksPaths))} {fixes[0].summary}
                </p>
              ) : null}
              {list.length > SHOWN ? <a href="/paths">{overview.paths.all}</a> : null}
            </>
          )
        }
      </Shown>
    </section>
  );
}
