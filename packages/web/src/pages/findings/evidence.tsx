/** Which values decided, where they are written, the lines around them. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import type { CodeFrame, FindingDocument } from './document.ts';

export function Evidence({ document }: { readonly document: FindingDocument }): ReactNode {
  const { findings } = useTexts();
  return (
    <section className="card stack">
      <h2>{findings.evidence}</h2>
      {document.frames.map((frame) => (
        <Frame key={`${frame.file}:${frame.line}`} frame={frame} />
      ))}
      {document.evidence.length === 0 ? null : (
        <div className="table-frame">
          <table className="plain">
            <thead>
              <tr>
                <th>{findings.attribute}</th>
                <th>{findings.value}</th>
                <th>{findings.written}</th>
              </tr>
            </thead>
            <tbody>
              {document.evidence.map(({ path, value, state, place, reason }, index) => (
                <tr key={`${path} ${index}`}>
                  <td>
                    <code>{path}</code>
                  </td>
                  <td>
                    {value === '' ? null : <code style={{ overflowWrap: 'anywhere' }}>{value} </code>}
                    <Badge>{state in findings.states ? findings.states[state as keyof typeof findings.states] : state}</Badge>
                    {reason === null ? null : <p className="soft small">{reason}</p>}
                  </td>
                  <td>
                    <code className="small">{place}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Frame({ frame }: { readonly frame: CodeFrame }): ReactNode {
  const { findings } = useTexts();
  const name = `${frame.file}:${frame.line}`;
  if (frame.call !== null)
    return (
      <p>
        {findings.toldBy} <code>{frame.call}</code>
      </p>
    );
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className="soft small">
        <code>{name}</code>
      </figcaption>
      <pre className="code-frame" tabIndex={0} aria-label={name}>
        {frame.lines.map((line, index) => {
          const number = frame.from + index;
          return (
            <span key={number} className={number === frame.line ? 'line hit' : 'line'}>
              <span className="nr" aria-hidden="true">
                {number}
              </span>
              {line}
            </span>
          );
        })}
      </pre>
    </figure>
  );
}
