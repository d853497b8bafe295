/** How to fix it: in words, and as a patch where one was proved. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import type { FindingDocument } from './document.ts';

export function Fix({ document }: { readonly document: FindingDocument }): ReactNode {
  const { language, texts } = useLanguage();
  const { findings } = texts;
  if (!document.fix && document.patch === null) return null;
  return (
    <section className="card stack">
      <h2>{findings.fix}</h2>
      {document.fix ? <p>{document.fix[language]}</p> : null}
      {document.patch === null ? null : <Patch text={document.patch} />}
    </section>
  );
}

function Patch({ text }: { readonly text: string }): ReactNode {
  const { texts } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <pre className="code-frame" tabIndex={0} aria-label={texts.findings.patch}>
        {text.split('\n').map((line, index) => (
          <span key={index} className={`line ${line.startsWith('+') ? 'diff-add' : line.startsWith('-') ? 'diff-remove' : ''}`}>
            {line === '' ? ' ' : line}
          </span>
        ))}
      </pre>
      <div className="row">
        <Button onClick={copy}>{texts.findings.copy}</Button>
        <span role="status" className="soft small">
          {isCopied ? texts.findings.copied : ''}
        </span>
      </div>
    </>
  );
}
