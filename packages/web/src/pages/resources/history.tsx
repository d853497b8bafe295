/** How the configuration of a resource was before, and what changed each time. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Field, Shown } from '../../ui/index.ts';
import { plainText } from './shape.ts';

type Resource = Answer<'getResource'>;

export function History({ resource: { id, versions } }: { readonly resource: Resource }): ReactNode {
  const { resources } = useTexts();
  const formats = useFormats();
  const [after, setAfter] = useState(versions[0]?.at ?? '');
  const [before, setBefore] = useState(versions[1]?.at ?? '');
  const textOf = (at: string): string => (at === versions[0]?.at ? `${resources.now} (${formats.time(at)})` : formats.time(at));
  const choice = (label: string, value: string, onChange: (at: string) => void): ReactNode => (
    <Field label={label}>
      <select className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {versions.map(({ at }) => (
          <option key={at} value={at}>
            {textOf(at)}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <section className="card stack">
      <h2>{resources.history}</h2>
      {versions.length < 2 ? (
        <p className="soft">{resources.oneVersion}</p>
      ) : (
        <>
          <div className="grid">
            {choice(resources.before, before, setBefore)}
            {choice(resources.after, after, setAfter)}
          </div>
          <Changes id={id} before={before} after={after} />
        </>
      )}
    </section>
  );
}

function Changes({ id, before, after }: { readonly id: string; readonly before: string; readonly after: string }): ReactNode {
  const { resources } = useTexts();
  const query = useApi('compareResource', { params: { id }, query: { before, after } });
  return (
    <Shown query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="soft">{resources.sameAttributes}</p>
        ) : (
          <div className="table-frame">
            <table className="plain">
              <thead>
                <tr>
                  <th>{resources.attribute}</th>
                  <th>{resources.before}</th>
                  <th>{resources.after}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((each, index) => (
                  <tr key={`${each.path} ${index}`}>
                    <td>
                      <code>{each.path}</code> {each.isCertain ? null : <Badge tone="medium">{resources.uncertain}</Badge>}
                    </td>
                    <td className="diff-remove">{shown(each.before)}</td>
                    <td className="diff-add">{shown(each.after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Shown>
  );

  function shown(value: unknown): ReactNode {
    return value === null ? (
      <span className="soft">{resources.notSet}</span>
    ) : (
      <code style={{ overflowWrap: 'anywhere' }}>{plainText(value)}</code>
    );
  }
}
