/** The answer to a question about access, or what stands in its place while it is looked for. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/index.ts';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Failed } from '../../ui/index.ts';
import type { GranteeRow, ReviewItem, WhatCan } from './answers.ts';
import { readReview, readWhatCan, readWhoCan } from './answers.ts';
import type { IdentityQuestion } from './identity.tsx';

export interface AskedProps {
  readonly sourceId: string;
  readonly question: IdentityQuestion;
  readonly onStop: () => void;
}

export function Asked({ sourceId, question, onStop }: AskedProps): ReactNode {
  const { language, texts } = useLanguage();
  const { identity } = texts;
  const client = useQueryClient();
  const key = ['askSource', sourceId, question, language];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => answerTo(sourceId, question, signal), retry: false, staleTime: 60_000 });
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <div className="placeholder" role="status">
        <span className="spinner" aria-hidden="true" />
        <span>{identity.asking}</span>
        <Button
          onClick={() => {
            void client.cancelQueries({ queryKey: key });
            onStop();
          }}
        >
          {identity.stop}
        </Button>
      </div>
    );
  const { answer, refused } = query.data;
  if (refused !== null)
    return (
      <p className="notice bad" role="alert" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {refused}
      </p>
    );
  if (question.tab === 'who') return <Who answer={answer} />;
  return question.tab === 'what' ? <What can={readWhatCan(answer)} /> : <Review answer={answer} />;
}

function answerTo(sourceId: string, question: IdentityQuestion, signal: AbortSignal) {
  const params = { id: sourceId };
  if (question.tab === 'who') return call('askWhoCan', { params, query: { action: question.action, resource: question.resource } }, signal);
  return question.tab === 'what'
    ? call('askWhatCan', { params, query: { principal: question.principal } }, signal)
    : call('reviewAccess', { params }, signal);
}

function Who({ answer }: { readonly answer: unknown }): ReactNode {
  const { identity } = useTexts();
  const formats = useFormats();
  const { grantees, undecided, isScpUnknown } = readWhoCan(answer);
  return (
    <section className="stack" aria-live="polite">
      <h2>{grantees.length === 0 ? identity.nobody : identity.grantees(formats.number(grantees.length))}</h2>
      {isScpUnknown ? <p className="notice">{identity.scpUnknown}</p> : null}
      {grantees.length === 0 ? null : <Grantees grantees={grantees} />}
      {undecided.length === 0 ? null : (
        <div className="card stack">
          <h3>{identity.undecided}</h3>
          <Plain lines={undecided.map(({ principal, condition }) => [principal, condition].filter((each) => each !== null).join(' — '))} />
        </div>
      )}
    </section>
  );
}

function Grantees({ grantees }: { readonly grantees: readonly GranteeRow[] }): ReactNode {
  const { identity } = useTexts();
  return (
    <div className="table-frame" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {[identity.columns.principal, identity.columns.condition, identity.because].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grantees.map(({ principal, kind, condition, because }, index) => (
            <tr key={`${principal} ${index}`}>
              <td style={{ minWidth: 200, overflowWrap: 'anywhere' }}>
                {principal} <Badge>{kind}</Badge>
              </td>
              <td style={{ minWidth: 120, overflowWrap: 'anywhere' }}>{condition ?? identity.always}</td>
              <td style={{ minWidth: 200 }}>
                <Plain lines={because} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Plain({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul className="plain-list small">
      {lines.map((line, index) => (
        <li key={`${line} ${index}`} style={{ overflowWrap: 'anywhere' }}>
          {line}
        </li>
      ))}
    </ul>
  );
}

function What({ can }: { readonly can: WhatCan }): ReactNode {
  const { identity } = useTexts();
  const lists = [
    [identity.escalation, can.escalation],
    [identity.assumes, can.assumes],
    [identity.becomes, can.becomes],
    [identity.unknowns, can.unknowns],
    [
      identity.policies,
      can.policies.map(({ name, place, isUnknown }) =>
        [name, place, isUnknown ? identity.unknownPolicy : null].filter((each) => each !== null).join(' · '),
      ),
    ],
  ] as const;
  return (
    <section className="stack" aria-live="polite">
      <h2 style={{ overflowWrap: 'anywhere' }}>{can.principal}</h2>
      <p className={can.administrator === 'no' ? 'notice' : 'notice bad'}>
        {identity.administrator[can.administrator]} {can.administratorIf}
      </p>
      <div className="grid">
        {lists.map(([title, lines]) => (
          <div key={title} className="card stack">
            <h3>{title}</h3>
            {lines.length === 0 ? <p className="soft">{identity.none}</p> : <Plain lines={lines} />}
          </div>
        ))}
      </div>
      <h3>{identity.services}</h3>
      {can.services.length === 0 ? (
        <Empty>{identity.none}</Empty>
      ) : (
        <div className="table-frame" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                {[identity.service, identity.levels, identity.conditions].map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {can.services.map(({ service, levels, conditions }) => (
                <tr key={service}>
                  <td>
                    <code>{service}</code>
                  </td>
                  <td>{levels}</td>
                  <td>
                    <Plain lines={conditions} />
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

const TONES: Readonly<Record<string, 'critical' | 'high' | 'medium' | 'good'>> = {
  remove: 'critical',
  ask: 'high',
  reduce: 'medium',
  keep: 'good',
};

function Review({ answer }: { readonly answer: unknown }): ReactNode {
  const { identity } = useTexts();
  const { rows, hasEvents } = readReview(answer);
  const { review } = identity;
  return (
    <section className="stack" aria-live="polite">
      {hasEvents ? null : <p className="notice">{identity.noEvents}</p>}
      {rows.length === 0 ? (
        <Empty>{identity.noReview}</Empty>
      ) : (
        <div className="table-frame" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                {[review.who, review.decision, review.reason, review.lastUse, review.permissions].map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <ReviewRow key={`${row.principal} ${index}`} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ReviewRow({ row }: { readonly row: ReviewItem }): ReactNode {
  const { identity } = useTexts();
  const formats = useFormats();
  const { decision, reason, review } = identity;
  return (
    <tr>
      <td style={{ minWidth: 200, overflowWrap: 'anywhere' }} title={row.principal}>
        {row.name}
        <p className="soft small">{row.department}</p>
      </td>
      <td>
        <Badge tone={TONES[row.decision] ?? 'info'}>
          {row.decision in decision ? decision[row.decision as keyof typeof decision] : row.decision}
        </Badge>
      </td>
      <td>{row.reason in reason ? reason[row.reason as keyof typeof reason] : row.reason}</td>
      <td>{row.lastUsed === null ? review.never : formats.day(row.lastUsed)}</td>
      <td className="number">
        {row.unused === null ? review.unknown : review.of(formats.number(row.unused), formats.number(row.all))}
        {row.unusedServices === 0 ? null : <p className="soft small">{review.services(formats.number(row.unusedServices))}</p>}
      </td>
    </tr>
  );
}
