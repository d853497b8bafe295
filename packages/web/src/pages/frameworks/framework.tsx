/** One framework: how much of it holds, control by control. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { urlOf, useApi } from '../../api/index.ts';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Dialog, Empty, Page, Shown } from '../../ui/index.ts';
import { ControlDetail } from './control-detail.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import type { FrameworkSearch } from './search.ts';
import type { Control } from './status.tsx';
import { ControlBadge, openOf, statuses } from './status.tsx';
import './frameworks.css';

type Framework = Answer<'getFramework'>;

export function FrameworkPage(): ReactNode {
  const params = useParams({ from: '/frameworks/$id/$version' });
  const query = useApi('getFramework', { params });
  return <Shown query={query}>{(framework) => <Detail framework={framework} />}</Shown>;
}

function Detail({ framework }: { readonly framework: Framework }): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  const search = useSearch({ from: '/frameworks/$id/$version' });
  const navigate = useNavigate({ from: '/frameworks/$id/$version' });
  const { name, version, percent, counts, controls, answered, sources } = framework;
  const show = (next: FrameworkSearch): void => void navigate({ search: next, replace: true });
  const shown = controls.filter(({ status }) => search.status === undefined || status === search.status);
  const opened = controls.find(({ control }) => control === search.control) ?? null;
  return (
    <Page
      title={name}
      aside={
        <span className="soft number">
          {frameworks.version(version)}
          {percent === null ? '' : ` · ${frameworks.passing(formats.percent(percent / 100))}`}
        </span>
      }
    >
      <div className="stack">
        <section className="card stack">
          <CoverageBar counts={counts} />
          <p className="soft small">
            {sources.length === 0
              ? frameworks.noSources
              : frameworks.sources(sources.map((each) => `${each.name} (${formats.ago(each.at)})`).join(', '))}
            {counts.manual > 0 ? ` · ${frameworks.answered(formats.number(answered), formats.number(counts.manual))}` : ''}
          </p>
          <Reports framework={framework} />
        </section>
        <div className="row" role="group" aria-label={frameworks.filter}>
          {statuses.map((each) => (
            <Button
              key={each}
              title={frameworks.statusHint[each]}
              aria-pressed={search.status === each}
              disabled={counts[each] === 0}
              onClick={() => show(search.status === each ? {} : { status: each })}
            >
              {frameworks.status[each]} <span className="number">{formats.number(counts[each])}</span>
            </Button>
          ))}
        </div>
        {shown.length === 0 ? (
          <Empty>{frameworks.noControls}</Empty>
        ) : (
          <ControlTable controls={shown} onOpen={(control) => show({ ...search, control })} />
        )}
      </div>
      <Dialog
        title={opened === null ? '' : [opened.control, opened.title].filter((each) => each !== '').join(' ')}
        open={opened !== null}
        onClose={() => show(search.status === undefined ? {} : { status: search.status })}
      >
        {opened === null ? null : <ControlDetail framework={framework} control={opened} />}
      </Dialog>
    </Page>
  );
}

/** Files: the browser saves them. */
function Reports({ framework: { id, version, isUsers } }: { readonly framework: Framework }): ReactNode {
  const { language, texts } = useLanguage();
  const { frameworks } = texts;
  if (isUsers) return <p className="soft small">{frameworks.usersReport}</p>;
  return (
    <div className="row">
      <span className="small">{frameworks.reports}</span>
      {Object.entries(frameworks.reportFormats).map(([format, text]) => (
        <a
          key={format}
          className="button"
          download
          href={urlOf('getFrameworkReport', { params: { id, version }, query: { format, language } })}
        >
          {text}
        </a>
      ))}
    </div>
  );
}

function ControlTable({
  controls,
  onOpen,
}: {
  readonly controls: readonly Control[];
  readonly onOpen: (control: string) => void;
}): ReactNode {
  const { frameworks, shell } = useTexts();
  const formats = useFormats();
  const { columns } = frameworks;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={frameworks.controls}>
      <table className="plain control-table">
        <thead>
          <tr>
            <th>{columns.control}</th>
            <th>{columns.status}</th>
            <th>{columns.findings}</th>
            <th>{columns.answer}</th>
          </tr>
        </thead>
        <tbody>
          {controls.map((control) => {
            const open = openOf(control);
            return (
              <tr key={control.control}>
                <td>
                  <button type="button" className="control-cell" onClick={() => onOpen(control.control)}>
                    <strong>{control.control}</strong> {control.title}
                  </button>
                  {control.checks[0] === undefined ? null : (
                    <p className="soft small">
                      {control.checks[0].title}
                      {control.checks.length > 1 ? ` (+${formats.number(control.checks.length - 1)})` : ''}
                    </p>
                  )}
                </td>
                <td>
                  <ControlBadge status={control.status} />
                </td>
                <td className="number">
                  {open === 0 ? (
                    shell.none
                  ) : (
                    <Link to="/findings" search={{ check: control.checks.map(({ id }) => id) }}>
                      {formats.number(open)}
                    </Link>
                  )}
                </td>
                <td>
                  {control.answer === null ? (
                    shell.none
                  ) : (
                    <Badge tone={control.answer.isExpired ? 'medium' : 'info'}>
                      {control.answer.isExpired ? frameworks.over : frameworks.answerStatus[control.answer.status]}
                    </Badge>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
