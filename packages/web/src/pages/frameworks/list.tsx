/** All frameworks with their coverage. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Empty, Page, Shown } from '../../ui/index.ts';
import { CoverageBar } from './coverage-bar.tsx';
import './frameworks.css';

type Framework = Answer<'listFrameworks'>['frameworks'][number];

export function FrameworksPage(): ReactNode {
  const { frameworks } = useTexts();
  const query = useApi('listFrameworks', {});
  const [text, setText] = useState('');
  const [isAssessed, setAssessed] = useState(false);
  const wanted = text.trim().toLowerCase();
  return (
    <Page title={frameworks.title}>
      <div className="stack">
        <p className="soft">{frameworks.intro}</p>
        <div className="row">
          <input
            className="input"
            style={{ maxWidth: 320 }}
            type="search"
            value={text}
            aria-label={frameworks.find}
            placeholder={frameworks.find}
            onChange={({ target }) => setText(target.value)}
          />
          <label className="row">
            <input type="checkbox" checked={isAssessed} onChange={({ target }) => setAssessed(target.checked)} />
            {frameworks.onlyAssessed}
          </label>
        </div>
        <Shown query={query}>
          {({ frameworks: all }) => {
            const shown = all.filter(
              ({ id, name, percent }) => `${id} ${name}`.toLowerCase().includes(wanted) && (!isAssessed || percent !== null),
            );
            return (
              <>
                {all.every(({ at }) => at === null) ? <p className="notice">{frameworks.noneAssessed}</p> : null}
                {shown.length === 0 ? (
                  <Empty />
                ) : (
                  <ul className="grid" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
                    {shown.map((each) => (
                      <li key={`${each.id} ${each.version}`}>
                        <FrameworkCard framework={each} />
                      </li>
                    ))}
                  </ul>
                )}
              </>
            );
          }}
        </Shown>
      </div>
    </Page>
  );
}

function FrameworkCard({ framework }: { readonly framework: Framework }): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  const { id, version, name, percent, counts, answered, at, mapping, isUsers } = framework;
  return (
    <article className="card stack framework-card">
      <div>
        <h2>
          <Link to="/frameworks/$id/$version" params={{ id, version }}>
            {name}
          </Link>
        </h2>
        <p className="soft small row">
          {frameworks.version(version)}
          {isUsers ? <Badge>{frameworks.users}</Badge> : mapping === 'own' ? <Badge>{frameworks.ours}</Badge> : null}
        </p>
      </div>
      <p className={percent === null ? 'soft' : 'number'}>
        {percent === null ? frameworks.undecided : frameworks.passing(formats.percent(percent / 100))}
      </p>
      <CoverageBar counts={counts} />
      <p className="soft small number">
        {counts.manual > 0 ? `${frameworks.answered(formats.number(answered), formats.number(counts.manual))} · ` : ''}
        {at === null ? '' : frameworks.newest(formats.ago(at))}
      </p>
    </article>
  );
}
