import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';

/** The role that has to be created in the account, to look at and to copy. */
export function RolePolicy({ policies }: { readonly policies: Answer<'getFirstSteps'>['policies'] }): ReactNode {
  const { welcome } = useTexts();
  const [format, setFormat] = useState(policies[0]?.format ?? 'terraform');
  const [copied, setCopied] = useState<string | null>(null);
  const text = policies.find((each) => each.format === format)?.text ?? '';
  return (
    <section className="card stack" aria-label={welcome.policy}>
      <p>{welcome.policyIntro}</p>
      <div className="row">
        {policies.map((each) => (
          <Button
            key={each.format}
            tone={each.format === format ? 'primary' : 'quiet'}
            aria-pressed={each.format === format}
            onClick={() => setFormat(each.format)}
          >
            {welcome.formats[each.format]}
          </Button>
        ))}
      </div>
      <pre className="code-frame policy" tabIndex={0} aria-label={`${welcome.policy}: ${welcome.formats[format]}`}>
        {text}
      </pre>
      <div className="row">
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(format))}>{welcome.copy}</Button>
        <span role="status" className="soft small">
          {copied === format ? welcome.copied : ''}
        </span>
      </div>
    </section>
  );
}
