/** One exception in full, and what may be done with it: decided by somebody else than who asked, taken back. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useApiAction } from '../../api/index.ts';
import { useMay, useUser } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button, Field, SeverityBadge } from '../../ui/index.ts';
import type { Exception } from './list.tsx';
import { SelectorText } from './selector.tsx';

const REFRESH = ['listExceptions', 'listFindings', 'countFindings', 'getFinding'] as const;

interface DetailProps {
  readonly exception: Exception;
  readonly onDone: () => void;
}

export function ExceptionDetail({ exception, onDone }: DetailProps): ReactNode {
  const { exceptions: texts, shell } = useTexts();
  const formats = useFormats();
  const { compensatingControl, requestedBy, requestedAt, reason, decisions, approvalsNeeded, endedNote, expires } = exception;
  const given = decisions.filter(({ decision }) => decision === 'approved').length;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [texts.columns.covers, <SelectorText key="covers" selector={exception.selector} all />],
    [texts.severity, <SeverityBadge key="severity" severity={exception.severity} />],
    [texts.columns.reason, reason ?? shell.none],
    ...(compensatingControl === null ? [] : ([[texts.compensating, compensatingControl]] as const)),
    [
      texts.columns.who,
      requestedBy === null ? shell.none : texts.asked(requestedBy, requestedAt === null ? '' : formats.time(requestedAt)),
    ],
    [texts.columns.until, expires === null ? texts.noEnd : formats.day(expires)],
    [texts.columns.held, texts.held(formats.number(exception.held))],
  ];
  return (
    <div className="stack">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</dd>
          </div>
        ))}
      </dl>
      {exception.origin === 'file' ? null : (
        <p className="soft small number">{texts.approvals(formats.number(given), formats.number(approvalsNeeded))}</p>
      )}
      {decisions.length === 0 ? null : (
        <ul>
          {decisions.map(({ name, decision, note, at }) => (
            <li key={`${name} ${at}`}>
              {texts.asked(name, formats.time(at))}: {texts.decisions[decision]}
              {note === null ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {endedNote === null ? null : <p className="notice">{endedNote}</p>}
      <Actions exception={exception} onDone={onDone} />
    </div>
  );
}

function Actions({ exception, onDone }: DetailProps): ReactNode {
  const { exceptions: texts } = useTexts();
  const { id: self } = useUser();
  const isOwn = exception.requestedById !== null && exception.requestedById === self;
  const mayDecide = useMay('exceptions.decide');
  const isCentral = useMay('findings.triage');
  const decide = useApiAction('decideException', REFRESH);
  const withdraw = useApiAction('withdrawException', REFRESH);
  const [note, setNote] = useState('');
  const { id, status, origin } = exception;
  const canDecide = mayDecide && !isOwn && status === 'requested';
  const canWithdraw = (isOwn || isCentral) && (status === 'requested' || status === 'active');
  if (origin === 'file' || (!canDecide && !canWithdraw)) return null;
  const error = decide.error ?? withdraw.error;
  const isPending = decide.isPending || withdraw.isPending;
  const given = note.trim() === '' ? null : note.trim();
  const run = (kind: 'approve' | 'reject'): void => decide.mutate({ params: { id }, body: { kind, note: given } }, { onSuccess: onDone });
  return (
    <>
      {mayDecide && isOwn && status === 'requested' ? <p className="soft small">{texts.own}</p> : null}
      <Field label={texts.note} {...(canDecide ? { hint: texts.noteHint } : { hint: texts.withdrawAbout })}>
        <textarea rows={3} maxLength={4000} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      {error ? (
        <p className="problem" role="alert">
          {error.message}
        </p>
      ) : null}
      <div className="row">
        {canDecide ? (
          <>
            <Button tone="primary" disabled={isPending} onClick={() => run('approve')}>
              {texts.approve}
            </Button>
            <Button tone="danger" disabled={isPending || given === null} onClick={() => run('reject')}>
              {texts.reject}
            </Button>
          </>
        ) : null}
        {canWithdraw ? (
          <Button disabled={isPending} onClick={() => withdraw.mutate({ params: { id }, body: { note: given } }, { onSuccess: onDone })}>
            {texts.withdraw}
          </Button>
        ) : null}
      </div>
    </>
  );
}
