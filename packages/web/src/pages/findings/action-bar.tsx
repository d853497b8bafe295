/** What can be done with the findings that are selected, all at once. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import type { FindingEvent } from './action-dialog.tsx';
import { ActionDialog } from './action-dialog.tsx';

const TRIAGE: readonly FindingEvent[] = ['triage', 'request', 'mark-false-positive'];
const ANSWERS: readonly FindingEvent[] = ['acknowledge', 'start', 'claim-fixed'];

export function ActionBar({ selected, onDone }: { readonly selected: ReadonlySet<string>; readonly onDone: () => void }): ReactNode {
  const { findings } = useTexts();
  const mayTriage = useMay('findings.triage');
  const mayAnswer = useMay('findings.answer');
  const [event, setEvent] = useState<FindingEvent | null>(null);
  const [told, tell] = useState<string | null>(null);
  const action = useApiAction('actOnFindings', ['listFindings', 'countFindings', 'getFinding']);
  const events = [...(mayTriage ? TRIAGE : []), ...(mayAnswer ? ANSWERS : [])];
  const run = (note: string | null, holdUntil: string | null): void => {
    if (!event) return;
    action.mutate(
      { body: { ids: [...selected], event, note, holdUntil } },
      {
        onSuccess: ({ done, refused }) => {
          setEvent(null);
          tell(findings.acted(done.length, refused.length));
          onDone();
        },
      },
    );
  };
  return (
    <div className="row" role="toolbar" aria-label={findings.actionsFor(selected.size)}>
      {selected.size === 0 ? null : <strong className="number">{findings.actionsFor(selected.size)}</strong>}
      {selected.size === 0
        ? null
        : events.map((each) => (
            <Button key={each} onClick={() => setEvent(each)}>
              {findings.events[each]}
            </Button>
          ))}
      <span role="status" className="soft small">
        {selected.size === 0 ? told : null}
      </span>
      <ActionDialog
        key={event}
        event={event}
        isPending={action.isPending}
        error={action.error}
        onCancel={() => setEvent(null)}
        onRun={run}
      />
    </div>
  );
}
