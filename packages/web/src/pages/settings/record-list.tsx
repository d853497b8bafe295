/** A list of things that are added, changed and removed in a dialog. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button, Dialog, Empty } from '../../ui/index.ts';

export interface Removing {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly remove: (id: string, onDone: () => void) => void;
}

export interface RecordListProps<Item extends { readonly id: string }> {
  readonly items: readonly Item[];
  readonly columns: readonly { readonly title: string; readonly cell: (item: Item) => ReactNode }[];
  readonly nameOf: (item: Item) => string;
  readonly mayChange: boolean;
  readonly texts: { readonly add: string; readonly empty: string; readonly removeWarning: string };
  readonly removing: Removing;
  /** Beside the actions of a row. */
  readonly more?: (item: Item) => ReactNode;
  /** Null: a new one. */
  readonly form: (item: Item | null, onDone: () => void) => ReactNode;
}

export function RecordList<Item extends { readonly id: string }>(props: RecordListProps<Item>): ReactNode {
  const { items, columns, nameOf, mayChange, texts, form } = props;
  const { settings } = useTexts();
  const [edited, edit] = useState<Item | 'new' | null>(null);
  const close = (): void => edit(null);
  return (
    <div className="stack">
      {mayChange ? (
        <div className="row">
          <Button tone="primary" onClick={() => edit('new')}>
            {texts.add}
          </Button>
        </div>
      ) : null}
      {items.length === 0 ? (
        <Empty>{texts.empty}</Empty>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={texts.add}>
          <table className="plain">
            <thead>
              <tr>
                {columns.map(({ title }) => (
                  <th key={title}>{title}</th>
                ))}
                <th>
                  <span className="sr-only">{settings.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  {columns.map(({ title, cell }) => (
                    <td key={title}>{cell(item)}</td>
                  ))}
                  <td>
                    <RowActions {...props} item={item} onEdit={() => edit(item)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Dialog title={edited === 'new' || edited === null ? texts.add : nameOf(edited)} open={edited !== null} onClose={close}>
        {edited === null ? null : form(edited === 'new' ? null : edited, close)}
      </Dialog>
    </div>
  );
}

interface RowActionsProps<Item extends { readonly id: string }> extends RecordListProps<Item> {
  readonly item: Item;
  readonly onEdit: () => void;
}

function RowActions<Item extends { readonly id: string }>({
  item,
  onEdit,
  nameOf,
  mayChange,
  removing,
  texts,
  more,
}: RowActionsProps<Item>): ReactNode {
  const { settings, shell } = useTexts();
  const [isAsking, ask] = useState(false);
  const name = nameOf(item);
  return (
    <div className="row">
      {more?.(item)}
      {mayChange ? (
        <>
          <Button tone="quiet" aria-label={`${settings.change}: ${name}`} onClick={onEdit}>
            {settings.change}
          </Button>
          <Button tone="quiet" aria-label={`${shell.remove}: ${name}`} onClick={() => ask(true)}>
            {shell.remove}
          </Button>
        </>
      ) : null}
      <Dialog title={`${shell.remove}: ${name}`} description={texts.removeWarning} open={isAsking} onClose={() => ask(false)}>
        {removing.error ? (
          <p className="problem" role="alert">
            {removing.error.message}
          </p>
        ) : null}
        <div className="row">
          <Button tone="danger" disabled={removing.isPending} onClick={() => removing.remove(item.id, () => ask(false))}>
            {shell.remove}
          </Button>
          <Button onClick={() => ask(false)}>{shell.cancel}</Button>
        </div>
      </Dialog>
    </div>
  );
}

/** The end of a form in a dialog. */
export function FormEnd({
  error,
  isPending,
  onCancel,
}: {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onCancel: () => void;
}): ReactNode {
  const { shell } = useTexts();
  return (
    <>
      {error ? (
        <p className="problem" role="alert">
          {error.message}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" tone="primary" disabled={isPending}>
          {shell.save}
        </Button>
        <Button onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </>
  );
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
