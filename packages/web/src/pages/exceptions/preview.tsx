/** What an exception would hold, before it is asked for. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Failed } from '../../ui/index.ts';

type Previewed = Answer<'previewException'>;

const SHOWN = 5;
const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

interface PreviewProps {
  readonly query: { readonly data: Previewed | undefined; readonly error: unknown; readonly isFetching: boolean };
  /** False: nothing was filled in yet. */
  readonly isAsked: boolean;
}

export function Preview({ query: { data, error, isFetching }, isAsked }: PreviewProps): ReactNode {
  const { exceptions: texts, shell } = useTexts();
  return (
    <section className="notice" aria-live="polite" aria-busy={isFetching}>
      <strong>{texts.preview}</strong>
      {isAsked ? (
        error && !data ? (
          <Failed error={error} />
        ) : data ? (
          <Held preview={data} />
        ) : (
          <p className="soft">{shell.loading}</p>
        )
      ) : (
        <p className="soft">{texts.previewEmpty}</p>
      )}
    </section>
  );
}

function Held({ preview }: { readonly preview: Previewed }): ReactNode {
  const { exceptions: texts, shell } = useTexts();
  const formats = useFormats();
  const { held, bySeverity, tooGrave, heldAlready, sample } = preview;
  if (held === 0 && heldAlready === 0) return <p className="soft">{texts.previewNone}</p>;
  return (
    <>
      <p className="row">
        <span className="number">{texts.previewHolds(formats.number(held))}</span>
        {severities.map((each) =>
          bySeverity[each] === 0 ? null : (
            <Badge key={each} tone={each}>
              {shell.severity[each]} {formats.number(bySeverity[each])}
            </Badge>
          ),
        )}
      </p>
      {heldAlready === 0 ? null : <p className="soft small">{texts.previewAlready(formats.number(heldAlready))}</p>}
      {tooGrave === 0 ? null : <p className="soft small">{texts.previewGrave(formats.number(tooGrave))}</p>}
      {sample.length === 0 ? null : (
        <p className="small row">
          {texts.previewShow}:
          {sample.slice(0, SHOWN).map((id, index) => (
            <Link key={id} to="/findings/$id" params={{ id }} target="_blank">
              {texts.sample(formats.number(index + 1))}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}
