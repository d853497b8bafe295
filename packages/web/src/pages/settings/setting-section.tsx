/** One setting: as a form, as JSON, saved or set back. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { ApiProblem, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { JsonEditor } from './json-editor.tsx';
import { ObjectForm } from './shape-form.tsx';
import type { ObjectShape } from './shape.ts';

export type Setting = Answer<'listSettings'>['settings'][number];

export interface SettingSectionProps {
  readonly setting: Setting;
  readonly shape: ObjectShape;
  /** Below the form, with the draft as it is now. */
  readonly after?: (draft: unknown) => ReactNode;
}

export function SettingSection({ setting, shape, after }: SettingSectionProps): ReactNode {
  const { settings } = useTexts();
  const mayChange = useMay('settings.manage');
  const [draft, setDraft] = useState(setting.value);
  const [isJson, setJson] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const action = useApiAction('changeSetting', ['listSettings']);
  const problems = problemsIn(action.error);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(setting.value);
  const change = (value: unknown): void => {
    setDraft(value);
    if (action.isSuccess) action.reset();
  };
  return (
    <div className="stack">
      <div className="row">
        <Changed setting={setting} />
        <Button className="push" aria-pressed={isJson} disabled={isBroken} onClick={() => setJson(!isJson)}>
          {isJson ? settings.asForm : settings.asJson}
        </Button>
      </div>
      {isJson ? (
        <JsonEditor value={draft} problems={problems} readOnly={!mayChange} onChange={change} onBroken={setBroken} />
      ) : (
        <ObjectForm shape={shape} value={draft} path="" problems={problems} readOnly={!mayChange} onChange={change} />
      )}
      {action.error ? <Problem error={action.error} problems={problems} /> : null}
      {mayChange ? (
        <div className="row save-bar">
          <Button
            tone="primary"
            disabled={!isChanged || isBroken || action.isPending}
            onClick={() => action.mutate({ params: { key: setting.key }, body: { value: draft } })}
          >
            {settings.save}
          </Button>
          {isChanged ? <Button onClick={() => setDraft(setting.value)}>{settings.discard}</Button> : null}
          {setting.isUsual ? null : <SetBack setting={setting} />}
          <span role="status" className="soft small">
            {action.isSuccess && !isChanged ? settings.saved : ''}
          </span>
        </div>
      ) : null}
      {after?.(draft)}
    </div>
  );
}

function Changed({ setting }: { readonly setting: Setting }): ReactNode {
  const { settings } = useTexts();
  const formats = useFormats();
  const text =
    setting.updatedAt === null || setting.isUsual
      ? settings.isUsual
      : settings.changedBy(setting.updatedBy ?? '', formats.ago(setting.updatedAt));
  return <span className="soft small">{text}</span>;
}

function SetBack({ setting }: { readonly setting: Setting }): ReactNode {
  const { settings, shell } = useTexts();
  const action = useApiAction('changeSetting', ['listSettings']);
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Button tone="quiet" onClick={() => ask(true)}>
        {settings.setBack}
      </Button>
      <Dialog title={settings.setBack} description={settings.setBackAbout} open={isAsking} onClose={() => ask(false)}>
        <div className="row">
          <Button
            tone="danger"
            disabled={action.isPending}
            onClick={() => action.mutate({ params: { key: setting.key }, body: { value: null } }, { onSuccess: () => ask(false) })}
          >
            {settings.setBack}
          </Button>
          <Button onClick={() => ask(false)}>{shell.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
}

function Problem({ error, problems }: { readonly error: Error; readonly problems: ReadonlyMap<string, string> }): ReactNode {
  return (
    <div className="notice bad" role="alert">
      <p>{error.message}</p>
      {problems.size === 0 ? null : (
        <ul>
          {[...problems].slice(0, 20).map(([path, message]) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The server names them `value.rules.0.within`. */
export function problemsIn(error: Error | null): ReadonlyMap<string, string> {
  const fields = error instanceof ApiProblem ? error.fields : [];
  return new Map(fields.map(({ path, message }) => [path.replace(/^(?:value|rules)\.?/u, ''), message]));
}
