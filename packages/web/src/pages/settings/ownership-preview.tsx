import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useLanguage } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { problemsIn } from './setting-section.tsx';

/** Whom the rules as they are written now would give things to; what is saved can be applied to everything. */
export function OwnershipPreview({ draft }: { readonly draft: unknown }): ReactNode {
  const { texts } = useLanguage();
  const { settings } = texts;
  const mayApply = useMay('settings.manage');
  const preview = useApiAction('previewOwnership');
  const apply = useApiAction('applyOwnership', ['listFindings', 'countFindings']);
  const [shownFor, setShownFor] = useState<unknown>(null);
  const show = (): void => {
    setShownFor(draft);
    preview.mutate({ body: { rules: draft } });
  };
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{settings.preview.title}</h2>
      <p className="soft">{settings.preview.about}</p>
      <div className="row">
        <Button disabled={preview.isPending} onClick={show}>
          {settings.preview.show}
        </Button>
        {mayApply ? (
          <Button disabled={apply.isPending} onClick={() => apply.mutate({})}>
            {settings.preview.apply}
          </Button>
        ) : null}
        <span role="status" className="soft small">
          {apply.isSuccess ? settings.preview.applied : preview.data && shownFor !== draft ? settings.preview.old : ''}
        </span>
      </div>
      {[preview.error, apply.error].map((error, index) =>
        error ? (
          <p key={index} className="problem" role="alert">
            {error.message} {[...problemsIn(error)].map(([path, message]) => `${path}: ${message}`).join('; ')}
          </p>
        ) : null,
      )}
      {preview.data ? <Preview data={preview.data} /> : null}
    </section>
  );
}

function Preview({ data }: { readonly data: Answer<'previewOwnership'> }): ReactNode {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const formats = useFormats();
  const departments = useApi('listDepartments', {}).data?.departments ?? [];
  const nameOf = (id: string | null): string =>
    id === null ? settings.nobody : (departments.find((each) => each.id === id)?.name[language] ?? id);
  const most = Math.max(1, ...data.byDepartment.map(({ count }) => count));
  return (
    <>
      <p>
        {settings.preview.looked(formats.number(data.looked))} {settings.preview.changed(formats.number(data.changed))}
      </p>
      <ul className="bars">
        {data.byDepartment.map(({ departmentId, count }) => (
          <li key={departmentId ?? '-'}>
            <span className="cut">{nameOf(departmentId)}</span>
            <meter min={0} max={most} value={count} aria-label={nameOf(departmentId)} />
            <span className="number">{formats.number(count)}</span>
          </li>
        ))}
      </ul>
      {data.sample.length === 0 ? null : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={settings.preview.sample}>
          <table className="plain">
            <thead>
              <tr>
                <th>{settings.preview.resource}</th>
                <th>{settings.preview.from}</th>
                <th>{settings.preview.to}</th>
              </tr>
            </thead>
            <tbody>
              {data.sample.map(({ id, name, type, from, to }) => (
                <tr key={id}>
                  <td>
                    {name} <span className="soft small">{type}</span>
                  </td>
                  <td>{nameOf(from)}</td>
                  <td>{nameOf(to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
