/** Which questions of an incident could be answered today, and what is missing for the others. */
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Empty, Page, Shown } from '../../ui/index.ts';
import './incidents.css';

type Readiness = NonNullable<Answer<'getReadiness'>>;
type Question = Readiness['questions'][number];

const TONES = { answerable: 'good', partly: 'medium', not: 'high', unknown: 'info' } as const;
const SHOWN = 10;

export function ReadinessPage(): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.readiness;
  const query = useApi('getReadiness', {});
  return (
    <Page title={texts.title}>
      <div className="stack">
        <p className="soft">{texts.intro}</p>
        {query.isPending ? <p className="soft">{texts.running}</p> : null}
        <Shown query={query}>{(readiness) => (readiness === null ? <Empty>{texts.nothing}</Empty> : <Told readiness={readiness} />)}</Shown>
      </div>
    </Page>
  );
}

function Told({ readiness: { score, sources, questions } }: { readonly readiness: Readiness }): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.readiness;
  const formats = useFormats();
  return (
    <>
      <p className="row">
        {score === null ? null : <strong className="number">{texts.score(formats.number(score))}</strong>}
        <span className="soft small">{texts.sources(sources.join(', '))}</span>
      </p>
      <ul className="stack" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {questions.map((question) => (
          <li key={question.id} className="card stack">
            <Asked question={question} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Asked({ question: { question, why, answer, subjects } }: { readonly question: Question }): ReactNode {
  const { incidents } = useTexts();
  const texts = incidents.readiness;
  const formats = useFormats();
  const gaps = subjects.flatMap((subject) => subject.gaps);
  const answerable = subjects.filter((each) => each.answer === 'answerable').length;
  return (
    <>
      <div className="row">
        <Badge tone={answer === null ? 'info' : TONES[answer]}>{answer === null ? texts.notAsked : texts.answer[answer]}</Badge>
        <strong>{question}</strong>
        {subjects.length === 0 ? null : (
          <span className="soft small number">{texts.counts(formats.number(answerable), formats.number(subjects.length))}</span>
        )}
      </div>
      <p className="soft small">{why}</p>
      {gaps.length === 0 ? null : (
        <details>
          <summary>{texts.gaps(formats.number(gaps.length))}</summary>
          <ul>
            {gaps.slice(0, SHOWN).map((gap, index) => (
              <li key={`${gap.checkId} ${gap.address} ${index}`} style={{ overflowWrap: 'anywhere' }}>
                {gap.message}
                <p className="soft small">
                  <code>
                    {gap.file}:{gap.line}
                  </code>
                </p>
                <p className="small">
                  {texts.fix}: {gap.fix.summary}
                </p>
                {gap.fix.patch === null ? null : (
                  <pre className="code-frame" tabIndex={0} aria-label={texts.fix} style={{ paddingInline: 12 }}>
                    {gap.fix.patch}
                  </pre>
                )}
              </li>
            ))}
          </ul>
          {gaps.length > SHOWN ? <p className="soft small">{texts.more(formats.number(gaps.length - SHOWN))}</p> : null}
        </details>
      )}
    </>
  );
}
