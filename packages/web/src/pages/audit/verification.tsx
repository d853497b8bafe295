import { useState } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';

const SHOWN = 20;

/** Walks the chain when it is asked to, and says what it found. */
export function Verification(): ReactNode {
  const { administration } = useTexts();
  const texts = administration.audit;
  const formats = useFormats();
  const [isAsked, ask] = useState(false);
  const result = useApi('verifyAudit', {}, { enabled: isAsked });
  const verify = (): void => {
    if (isAsked) void result.refetch();
    else ask(true);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button disabled={result.isFetching} onClick={verify}>
          {result.isFetching ? texts.verifying : texts.verify}
        </Button>
      </div>
      <div role="status">
        {result.error ? <p className="problem">{result.error.message}</p> : null}
        {result.data && !result.isFetching ? (
          <div className={`notice ${result.data.intact ? 'good' : 'bad'}`}>
            <p>
              {result.data.intact
                ? texts.intact(formats.number(result.data.entries))
                : texts.broken(formats.number(result.data.problems.length))}
            </p>
            <ul>
              {result.data.problems.slice(0, SHOWN).map(({ seq, kind }) => (
                <li key={`${seq} ${kind}`}>{texts.problem[kind](String(seq))}</li>
              ))}
            </ul>
            <p className="small">
              <code className="hash">{result.data.head}</code>
            </p>
            <p className="soft small">{texts.head}</p>
          </div>
        ) : null}
      </div>
    </div>
  );
}
