/** Ways to tell people: each kind with its own fields, secrets only written, a test with one button. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer, call } from '../../api/index.ts';
import { ApiProblem, useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Field, Shown, trimmedOf } from '../../ui/index.ts';
import { FormEnd, RecordList, linesOf } from './record-list.tsx';

type Channel = Answer<'listChannels'>['channels'][number];
type Kind = Channel['kind'];
type Body = Parameters<typeof call<'saveChannel'>>[1]['body'];

interface ChannelField {
  readonly name: string;
  /** `secret`: shown as kept, never read; `lines`, `number`: how it is sent; a list: what may be chosen. */
  readonly as?: 'secret' | 'secret-lines' | 'lines' | 'number' | readonly string[];
  readonly required?: boolean;
}

const FIELDS: Readonly<Record<Kind, readonly ChannelField[]>> = {
  mail: [
    { name: 'host', required: true },
    { name: 'port', as: 'number' },
    { name: 'security', as: ['starttls', 'tls', 'none'] },
    { name: 'user' },
    { name: 'password', as: 'secret' },
    { name: 'from', required: true },
    { name: 'fromName' },
    { name: 'to', as: 'lines' },
  ],
  slack: [{ name: 'url', as: 'secret' }, { name: 'token', as: 'secret' }, { name: 'channel' }],
  teams: [{ name: 'url', as: 'secret', required: true }],
  webhook: [
    { name: 'url', required: true },
    { name: 'secrets', as: 'secret-lines', required: true },
  ],
  sns: [{ name: 'topic', required: true }, { name: 'profile' }],
  pagerduty: [
    { name: 'routingKey', as: 'secret', required: true },
    { name: 'region', as: ['us', 'eu'] },
  ],
  jira: [
    { name: 'site', required: true },
    { name: 'email', required: true },
    { name: 'token', as: 'secret', required: true },
    { name: 'project', required: true },
    { name: 'issueType' },
    { name: 'labels', as: 'lines' },
  ],
  backlog: [
    { name: 'space', required: true },
    { name: 'apiKey', as: 'secret', required: true },
    { name: 'project', as: 'number', required: true },
    { name: 'issueType', as: 'number', required: true },
    { name: 'priority', as: 'number' },
    { name: 'format', as: ['markdown', 'backlog'] },
    { name: 'assignee', as: 'number' },
  ],
};
const KINDS = Object.keys(FIELDS) as readonly Kind[];

export function Channels(): ReactNode {
  const { settings } = useTexts();
  const mayChange = useMay('notifications.manage');
  const channels = useApi('listChannels', {});
  const remove = useApiAction('removeChannel', ['listChannels']);
  return (
    <Shown query={channels}>
      {({ channels: list }) => (
        <RecordList
          items={list}
          nameOf={({ id }) => id}
          mayChange={mayChange}
          texts={settings.channels}
          columns={[
            {
              title: settings.id,
              cell: ({ id, enabled }) => (
                <>
                  <strong>{id}</strong> {enabled ? null : <Badge>{settings.off}</Badge>}
                </>
              ),
            },
            { title: settings.channels.kind, cell: ({ kind }) => settings.channels.kinds[kind] },
            { title: settings.channels.language, cell: ({ language }) => (language === 'ja' ? '日本語' : 'English') },
          ]}
          removing={{
            ...{ isPending: remove.isPending, error: remove.error },
            remove: (id, onSuccess) => remove.mutate({ params: { id } }, { onSuccess }),
          }}
          more={(channel) => (mayChange ? <TestButton id={channel.id} /> : null)}
          form={(item, onDone) => <ChannelForm channel={item} onDone={onDone} />}
        />
      )}
    </Shown>
  );
}

function TestButton({ id }: { readonly id: string }): ReactNode {
  const { settings } = useTexts();
  const test = useApiAction('testChannel', ['listDeliveries']);
  const sent = test.data?.id;
  const delivery = useApi('listDeliveries', { query: { limit: 50 } }, { enabled: sent !== undefined }).data?.deliveries.find(
    (each) => each.id === sent,
  );
  return (
    <>
      <Button aria-label={`${settings.channels.test}: ${id}`} disabled={test.isPending} onClick={() => test.mutate({ params: { id } })}>
        {settings.channels.test}
      </Button>
      <span role="status" className={delivery?.lastError || test.error ? 'problem small' : 'soft small'}>
        {test.error?.message ??
          (delivery ? (delivery.lastError ?? settings.delivery[delivery.state]) : sent === undefined ? '' : settings.delivery.waiting)}
      </span>
    </>
  );
}

function ChannelForm({ channel, onDone }: { readonly channel: Channel | null; readonly onDone: () => void }): ReactNode {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const [kind, setKind] = useState<Kind>(channel?.kind ?? 'mail');
  const save = useApiAction('saveChannel', ['listChannels']);
  const fields = save.error instanceof ApiProblem ? save.error.fields : [];
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ params: { id: channel?.id ?? trimmedOf(form, 'id') }, body: bodyOf(form, kind, channel) }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={send}>
      {channel ? null : (
        <Field label={settings.id} hint={settings.channels.idHint}>
          <input name="id" required pattern="[\w.\-]{1,60}" maxLength={60} />
        </Field>
      )}
      <Field label={settings.channels.kind}>
        <select value={kind} disabled={channel !== null} onChange={({ target }) => setKind(target.value as Kind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {settings.channels.kinds[each]}
            </option>
          ))}
        </select>
      </Field>
      {FIELDS[kind].map((field) => (
        <ChannelInput key={`${kind} ${field.name}`} field={field} value={channel?.settings[field.name]} />
      ))}
      <Field label={settings.channels.language}>
        <select name="language" defaultValue={channel?.language ?? language}>
          <option value="en">English</option>
          <option value="ja">日本語</option>
        </select>
      </Field>
      <Field label={settings.fields.timeZone}>
        <input name="timeZone" required defaultValue={channel?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} />
      </Field>
      {kind === 'mail' ? (
        <label className="check">
          <input type="checkbox" name="toDepartment" defaultChecked={channel?.toDepartment ?? false} />
          <span>{settings.channels.toDepartment}</span>
        </label>
      ) : null}
      <label className="check">
        <input type="checkbox" name="enabled" defaultChecked={channel?.enabled ?? true} />
        <span>{settings.switchedOn}</span>
      </label>
      {fields.length === 0 ? null : (
        <ul className="problem small">
          {fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <FormEnd error={save.error} isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}

function ChannelInput({ field, value }: { readonly field: ChannelField; readonly value: unknown }): ReactNode {
  const { settings } = useTexts();
  const { name, as, required = false } = field;
  const labels: Readonly<Record<string, string>> = settings.channels.fields;
  const hints: Readonly<Record<string, string>> = settings.channels.hints;
  const isSecret = as === 'secret' || as === 'secret-lines';
  const isKept = isSecret && typeof value === 'object' && value !== null;
  const hint = isKept ? settings.channels.kept : isSecret ? settings.channels.secretHint : hints[name];
  const now = Array.isArray(value) ? value.join('\n') : typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return (
    <Field label={labels[name] ?? name} {...(hint === undefined ? {} : { hint })}>
      {Array.isArray(as) ? (
        <select name={name} defaultValue={now || as[0]}>
          {as.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : as === 'lines' || as === 'secret-lines' ? (
        <textarea name={name} rows={2} required={required && !isKept} defaultValue={now} autoComplete="off" />
      ) : (
        <input
          name={name}
          type={as === 'secret' && !now.startsWith('env:') ? 'password' : as === 'number' ? 'number' : 'text'}
          required={required && !isKept}
          defaultValue={now}
          autoComplete={isSecret ? 'new-password' : 'off'}
        />
      )}
    </Field>
  );
}

/** A secret that was not typed again is sent as what stands for it: kept. */
function bodyOf(form: FormData, kind: Kind, channel: Channel | null): Body {
  const settings: Record<string, unknown> = { ...channel?.settings };
  for (const { name, as } of FIELDS[kind]) {
    const text = trimmedOf(form, name);
    if (text !== '') settings[name] = as === 'number' ? Number(text) : as === 'lines' || as === 'secret-lines' ? linesOf(text) : text;
    else if (as !== 'secret' && as !== 'secret-lines') delete settings[name];
  }
  return {
    ...{ kind, settings, language: trimmedOf(form, 'language') === 'ja' ? 'ja' : 'en', timeZone: trimmedOf(form, 'timeZone') },
    ...{ toDepartment: form.get('toDepartment') === 'on', enabled: form.get('enabled') === 'on' },
  };
}
